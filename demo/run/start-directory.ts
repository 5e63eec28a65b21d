import { join } from 'node:path';
import { type OpenLDAP, startOpenLDAP } from '#test/directories/openldap.ts';
import { drawPictures } from '../avatars/pictures.ts';
import { accessRules } from '../company/access-rules.ts';
import { companyLDIF, sampleCompany } from '../company/company-ldif.ts';

const pictureCache = join(import.meta.dirname, '../../.tmp/avatars');

/** A real OpenLDAP that holds the sample company with its pictures; `rules` for its access come before the usual ones. */
export async function startDirectory(port: number, folder: string, rules: readonly string[] = []): Promise<OpenLDAP> {
  const staff = sampleCompany();
  const pictures = await drawPictures(staff, pictureCache);
  return startOpenLDAP({
    port,
    folder,
    ldif: [...companyLDIF(staff, ({ uid }) => pictures.get(uid))].join(''),
    databaseConf: [...rules, accessRules],
  });
}
