import type { Language } from '../field-kind.ts';

export interface PictureWords {
  readonly shown: string;
  readonly current: string;
  readonly chosen: string;
  readonly choose: string;
  readonly replace: string;
  readonly remove: string;
  readonly drop: string;
  readonly none: string;
  readonly broken: string;
  readonly unavailable: string;
  readonly unreadable: string;
  readonly title: string;
  readonly stage: string;
  readonly help: string;
  readonly zoom: string;
  readonly turnLeft: string;
  readonly turnRight: string;
  readonly up: string;
  readonly down: string;
  readonly left: string;
  readonly right: string;
  readonly preview: string;
  readonly use: string;
  readonly cancel: string;
}

export const pictureWords: Readonly<Record<Language, PictureWords>> = {
  en: {
    shown: 'Picture',
    current: 'Picture as it is now',
    chosen: 'Chosen picture, not saved yet',
    choose: 'Choose a picture',
    replace: 'Replace',
    remove: 'Remove',
    drop: 'or drop a file here',
    none: 'No picture',
    broken: 'The directory holds something here that is no JPEG picture.',
    unavailable: 'The picture cannot be loaded just now.',
    unreadable: 'This file is no picture that can be opened here.',
    title: 'Fit the picture',
    stage: 'Picture in its frame',
    help: 'Drag the picture, or move it with the arrow keys. + and − zoom, R and L turn it.',
    zoom: 'Zoom',
    turnLeft: 'Turn left',
    turnRight: 'Turn right',
    up: 'Move up',
    down: 'Move down',
    left: 'Move left',
    right: 'Move right',
    preview: 'As others see it',
    use: 'Use picture',
    cancel: 'Cancel',
  },
  de: {
    shown: 'Bild',
    current: 'Bild, wie es jetzt ist',
    chosen: 'Gewähltes Bild, noch nicht gespeichert',
    choose: 'Bild wählen',
    replace: 'Ersetzen',
    remove: 'Entfernen',
    drop: 'oder eine Datei hierher ziehen',
    none: 'Kein Bild',
    broken: 'Das Verzeichnis enthält hier etwas, das kein JPEG-Bild ist.',
    unavailable: 'Das Bild kann gerade nicht geladen werden.',
    unreadable: 'Diese Datei ist kein Bild, das sich hier öffnen lässt.',
    title: 'Bild einpassen',
    stage: 'Bild in seinem Rahmen',
    help: 'Ziehen Sie das Bild, oder bewegen Sie es mit den Pfeiltasten. + und − zoomen, R und L drehen.',
    zoom: 'Zoom',
    turnLeft: 'Nach links drehen',
    turnRight: 'Nach rechts drehen',
    up: 'Nach oben',
    down: 'Nach unten',
    left: 'Nach links',
    right: 'Nach rechts',
    preview: 'So sehen es andere',
    use: 'Bild übernehmen',
    cancel: 'Abbrechen',
  },
};
