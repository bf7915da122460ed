type AbsentKeys<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T];

type Present<T> = Omit<T, AbsentKeys<T>> & { [K in AbsentKeys<T>]?: Exclude<T[K], undefined> };

/** The same object without the members that are undefined, as optional members want it. */
export function omitAbsent<T extends object>(value: T): Present<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Present<T>;
}
