import type { Origin } from './origin.ts';

export const latinOrigins: readonly Origin[] = [
  {
    language: 'de',
    share: 440,
    feminine:
      'Änne Bärbel Carla Dörte Elfriede Frauke Gesine Hannelore Inés Jördis Käthe Lieselotte Mareike Nele Paula Ronja Svenja Theresa Ute Wiebke Antje Birte Charlotte Greta Ilka Jule Kerstin Marlene Ricarda Sünje',
    masculine:
      'Jürgen Björn Günther Sören Jörg Götz Ägidius Lükas Rüdiger Falk Henrik Till Arne Bastian Clemens Detlef Emil Friedemann Gereon Hauke Ingmar Jannik Konrad Ludger Malte Niklas Ottokar Piet Quirin Thore',
    families:
      'Müßig Größner Weißhaupt Straßburger Öhlschläger Übelhör Ährenfeld Bäumler Köppke Süßmilch Groß Fuchsberger Kräutlein Nüßlein Dörnbach Lößwald Jäckel Brömmelkamp Holtgrewe Steinkühler Vößing Wüllenweber Zöllinger Hüttenrauch Klöppel Mönkemeyer Pfützner Räderscheid Schönhals Tüxen Ammerbach Birkenfeld Dallwitz Eichholz Federspiel Grünspan Haferkamp Immergrün Kaltwasser Lindenblatt Morgenroth Nachtigall Ostermoor Papenbrock Quellmalz Rosenbusch Sommerlatte Tannhof Wintermantel Zuckschwerdt',
  },
  {
    language: 'en',
    share: 90,
    feminine: 'Maeve Saoirse Imogen Beatrix Zoë Chloë Niamh Harriet Tamsin Rosalind Philippa Winifred',
    masculine: 'Alistair Rhys Callum Barnaby Declan Fergus Jasper Leopold Seán Tristan Rupert Gethin',
    families:
      "O'Hallorane D'Arbanville Featherstonhaugh Thistlewood Applegarth Winterbourne Mac-Allen Larkspur Penhallow Quillfeather Ashgrove Brackenbury",
  },
  {
    language: 'fr',
    share: 60,
    feminine: 'Éloïse Anaïs Hélène Maëlle Françoise Zélie Clémence Océane',
    masculine: 'Loïc Rémi Gaël Théo François Noël Aurélien Maël',
    families: 'Lefèvre-Dûval Beauchêne Garçonnet Montéclair Châtelain Préville Aubépine Sévigne-Croÿ',
  },
  {
    language: 'es',
    share: 45,
    feminine: 'Begoña Inmaculada Lucía Nuria Sofía Ximena Belén',
    masculine: 'Íñigo Ramón Joaquín Nicolás Andrés Álvaro Martín',
    families: 'Peñalara Ibáñez-Roldán Cañizares Güemes Muñagorri Zúñigar Vergüenza-Ortiz',
  },
  {
    language: 'tr',
    share: 60,
    feminine: 'Ayşegül Çiğdem Gülşah İpek Nilüfer Özlem Yağmur',
    masculine: 'Çağlar Doğukan Işık Ömer Oğuzhan Tuğrul Yiğit',
    families: 'Gümüşdağ Yıldırımcı Özgünay Çalışkanlı Şahinöz Karadağlı İncesu',
  },
  {
    language: 'pl',
    share: 55,
    feminine: 'Agnieszka Bożena Grażyna Łucja Małgorzata Światosława Żaneta',
    masculine: 'Łukasz Michał Paweł Radosław Stanisław Święcisław Wojciech',
    families: 'Wójtowicz Dąbek Kołodziejczak Łosiak Pająk Żurawik Gęsiorek Śliwa',
  },
  {
    language: 'sv',
    share: 30,
    feminine: 'Åsa Märta Solveig Sigrún Þóra Ylva',
    masculine: 'Håkan Bjørnar Jóhann Øyvind Åke Søren',
    families: 'Ångbäck Sjölund-Näss Østervåg Þorvaldsen Blåbjerg Rødgrød',
  },
  {
    language: 'vi',
    share: 30,
    feminine: 'Thảo Hường Ngọc Tuyết Ánh',
    masculine: 'Dũng Hiếu Quốc Thắng Đức',
    families: 'Nguyễn Trần Phạm Đặng Vũ Huỳnh',
    order: 'familyFirst',
  },
  {
    language: 'cs',
    share: 30,
    feminine: 'Žofie Růžena Eliška Běla Ľubica',
    masculine: 'Jiří Ondřej Matěj Břetislav Ľuboš',
    families: 'Petrů Janků Tomů Matějů Krejčíř Řehoř',
  },
];
