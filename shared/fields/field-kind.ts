/** One value of an LDAP attribute: text where its bytes are well-formed UTF-8 and text was asked for, the bytes otherwise. */
export type AttributeValue = string | Uint8Array;

export type Language = 'en' | 'de';

/** A text in the languages that an admin gave it. */
export type Localized = { readonly [language in Language]?: string | undefined };

/** How a directory has its phone numbers. */
export interface PhoneHabits {
  /** ISO 3166 country that a phone number without a country code belongs to. */
  readonly defaultCountry?: string | undefined;
  /** How they are written: as they are shown, unless told. */
  readonly phoneFormat?: 'international' | 'E.164' | undefined;
}

/** What a field type needs to know of whose field it is, and of the directory that it comes from. */
export interface Surroundings extends PhoneHabits {
  /** Of directories that complete people, by their keys. */
  readonly ofJoined?: ReadonlyMap<string, PhoneHabits> | undefined;
  /** The people whom values of the profile name, where the type of a field asks for them (`refersToPeople`). */
  readonly people?: NamedPeople | undefined;
}

/** A person as a field shows one; without an id where Nameplate does not know them. */
export interface PersonReference {
  readonly id: string | null;
  readonly displayName: string;
}

export interface NamedPeople {
  /** Who stands behind a DN, as the attribute spells it. */
  readonly byDN: ReadonlyMap<string, PersonReference>;
  /** Who they are by now whom a value that lives in Nameplate names. */
  readonly byId: ReadonlyMap<string, PersonReference>;
  /** The DN of a person whom a save names, looked up for it. */
  readonly dns: ReadonlyMap<string, string>;
}

/** What a field type needs to know of a field. */
export interface FieldContext<Settings = unknown> extends Surroundings {
  /** The members of the field's definition that only this type has. */
  readonly settings: Settings;
  /** What the person saw before they entered something else; undefined or null where there was nothing. */
  readonly seen?: unknown;
}

/** A rule that a value breaks, by name, with what its sentence needs. */
export interface BrokenRule {
  readonly rule: string;
  readonly params?: Readonly<Record<string, string | number>> | undefined;
}

export type Parsed<Value> = { readonly value: Value } | BrokenRule;

/** Attribute values as the directory holds them, to one field value and back. */
export interface Codec<Value, Settings = unknown> {
  /** The values of an attribute (our own first); `undefined` when there is none. What breaks a rule is shown, never lost. */
  decode(values: readonly string[], context: FieldContext<Settings>): Value | undefined;
  /** The values to write, exactly as they shall stand in the directory; none for a cleared field. */
  encode(value: Value | undefined, context: FieldContext<Settings>): readonly string[];
}

/** Sentences of a field type by rule; `params` come from the broken rule. */
export type RuleSentences = Readonly<Record<string, (params: Readonly<Record<string, string | number>>) => string>>;

/** How large a picture may be once it is kept and written. */
export interface PictureLimits {
  readonly bytes: number;
  /** Pixels of the longer side. */
  readonly edge: number;
}

/** What a type makes of values; the browser has it too, so it knows no schema. Its settings are checked before (`settings.ts`). */
export interface FieldKind<Value, Settings> {
  /** Checks what a person or a program entered; an accepted value comes back as it will be kept and written. */
  parse(input: unknown, context: FieldContext<Settings>): Parsed<Value>;
  readonly codec: Codec<Value, Settings>;
  readonly sentences: Readonly<Record<Language, RuleSentences>>;
  /** The value stands for all values of the attribute, in whatever order, not for the first alone. */
  readonly isMultiple?: true;
  /** The value is a `PersonReference`; the house looks up whom it names. */
  readonly refersToPeople?: true;
  /** What makes two values the same one; the whole value unless told. */
  identity?(value: unknown): unknown;
  /** The values are pictures: to the codec each is the SHA-256 of its bytes in hexadecimal, by which the house keeps them. */
  pictureLimits?(settings: Settings): PictureLimits;
}

/** Examples that the conformance suite of the field types runs through every type. */
export interface FieldExamples<Value, Settings> {
  readonly context: FieldContext<Settings>;
  /** What somebody enters, the value it becomes, and the attribute values it is written as. */
  readonly accepted: readonly { readonly input: unknown; readonly value: Value; readonly written: readonly string[] }[];
  readonly refused: readonly {
    readonly input: unknown;
    readonly rule: string;
    readonly context?: FieldContext<Settings>;
  }[];
  /** What other programs left in a directory, and what is shown of it. */
  readonly found: readonly { readonly values: readonly string[]; readonly value: Value | undefined }[];
  /** Definitions that an admin may not save. */
  readonly faultySettings: readonly unknown[];
}
