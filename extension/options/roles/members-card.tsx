import { useRef } from 'preact/hooks';
import { useTexts } from '../context.ts';
import { controlId, useFault } from '../form/faults.ts';
import { FaultNote } from '../form/field.tsx';
import { useNewLine } from '../form/use-new-line.ts';
import { Glyph } from '../glyph.tsx';

/** The users and groups that hold a role. */
export function MembersCard(props: {
  readonly role: 'systemAdmin' | 'admin' | 'helpdesk';
  readonly members: readonly string[];
  readonly isLocked: boolean;
  onChange(members: string[]): void;
}) {
  const { role, members, isLocked, onChange } = props;
  const texts = useTexts('roles');
  const shell = useTexts('shell');
  const list = useRef<HTMLUListElement>(null);
  const expectLine = useNewLine(list, members.length);
  const id = controlId(role);
  const fault = useFault(role);

  function add(kind: 'user' | 'group') {
    expectLine();
    onChange([...members, `${kind}:`]);
  }
  return (
    <section class="card" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{texts[role]}</h2>
      <p>{texts[`${role}Meaning`]}</p>
      {isLocked && (
        <p class="note">
          <Glyph name="lock" />
          {shell.needsSystemAdmin}
        </p>
      )}
      {members.length === 0 && <p class="soft members-none">{texts.nobody}</p>}
      <ul class="members" ref={list}>
        {members.map((member, index) => (
          <Member
            // The lines have no identity but their place.
            key={index}
            name={`${role}.${index}`}
            member={member}
            isLocked={isLocked}
            onChange={(next) => onChange(members.with(index, next))}
            onRemove={() => onChange(members.toSpliced(index, 1))}
          />
        ))}
      </ul>
      <FaultNote id={`${id}-fault`} fault={fault} />
      {!isLocked && (
        <div class="actions">
          <button type="button" class="button small" id={id} onClick={() => add('user')}>
            <Glyph name="plus" />
            {texts.addUser}
          </button>
          <button type="button" class="button small" onClick={() => add('group')}>
            <Glyph name="plus" />
            {texts.addGroup}
          </button>
        </div>
      )}
    </section>
  );
}

function Member(props: {
  readonly name: string;
  readonly member: string;
  readonly isLocked: boolean;
  onChange(member: string): void;
  onRemove(): void;
}) {
  const { name, member, isLocked, onChange, onRemove } = props;
  const texts = useTexts('roles');
  const form = useTexts('form');
  const fault = useFault(name);
  const id = controlId(name);
  const kind = member.startsWith('group:') ? 'group' : 'user';
  const value = member.slice(kind.length + 1);
  return (
    <li>
      <div class="line">
        <span class="tag">{texts[kind]}</span>
        <input
          id={id}
          class="control mono"
          type="text"
          dir="ltr"
          autocomplete="off"
          spellcheck={false}
          readOnly={isLocked}
          aria-label={texts[`${kind}Hint`]}
          placeholder={texts[`${kind}Hint`]}
          aria-invalid={fault !== undefined}
          aria-describedby={fault && `${id}-fault`}
          value={value}
          onInput={({ currentTarget }) => onChange(`${kind}:${currentTarget.value}`)}
        />
        {!isLocked && (
          <button
            type="button"
            class="icon-button"
            aria-label={form.removeThis(value || texts[kind])}
            onClick={onRemove}
          >
            <Glyph name="close" />
          </button>
        )}
      </div>
      <FaultNote id={`${id}-fault`} fault={fault} />
    </li>
  );
}
