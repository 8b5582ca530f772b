/**
 * Records whose names come from outside: sites, ids of case files. Such a name may be one that every object has ("http://constructor/" is an
 * address), which a plain look would find, and which the guard library's own record leaves out without a word.
 */
import * as v from 'valibot';

/** What stands under a name in the record itself; undefined where nothing does. */
export function own<Value>(record: Readonly<Record<string, Value>> | undefined, name: string): Value | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}

/** Guards a record of any names: each entry by the guards of its name and its value. */
export function recordOf<const Value extends v.GenericSchema>(name: v.GenericSchema<string>, value: Value) {
  return v.pipe(
    v.custom<Readonly<Record<string, unknown>>>((input) => typeof input === 'object' && input !== null && !Array.isArray(input), 'must be an object'),
    v.transform((record) => Object.entries(record)),
    v.array(v.strictTuple([name, value])),
    // Names become properties of the record's own here, whatever they are.
    v.transform((entries) => Object.fromEntries(entries) as Record<string, v.InferOutput<Value>>),
  );
}
