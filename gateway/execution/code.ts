/** Names that every object has from its prototype. */
const inherited = (name: string) => name in Object.prototype;

/** A text as JavaScript source. */
export const quoted = (text: string): string => JSON.stringify(text);

/** Source that reads a property which the object itself has; undefined if it has none. */
export const readOwn = (object: string, name: string): string =>
	inherited(name)
		? `(Object.hasOwn(${object}, ${quoted(name)}) ? ${object}[${quoted(name)}] : undefined)`
		: `${object}[${quoted(name)}]`;

/** Source that sets a property of the object itself. */
export const setOwn = (object: string, name: string, value: string): string =>
	name === "__proto__"
		? `Object.defineProperty(${object}, "__proto__", { value: ${value}, configurable: true, enumerable: true, writable: true })`
		: `${object}[${quoted(name)}] = ${value}`;

/** Source of an object with these properties, in this order. */
export const objectOf = (
	properties: ReadonlyArray<readonly [name: string, value: string]>,
): string =>
	`{ ${properties
		.map(([name, value]) => `${name === "__proto__" ? '["__proto__"]' : quoted(name)}: ${value}`)
		.join(", ")} }`;

/**
 * Compiles source that returns a function. Only names of a validated schema and operation may be written into it, as
 * quoted text; `given` are the values that it uses, by name.
 */
export function compileCode<T>(source: string, given: Record<string, unknown> = {}): T {
	return new Function(...Object.keys(given), `"use strict";\n${source}`)(
		...Object.values(given),
	) as T;
}
