/** A change and the revision that it made are numbered alike, and differ in the beginning of their id. */
type Numbered = "chg" | "rev";

/** Largest number that a row is given. */
const LAST = 2 ** 31 - 1;

export const idOfSeq = (prefix: Numbered, seq: number) => `${prefix}_${seq}`;

/** The number in an id; undefined where it can be the id of none. */
export function seqOf(prefix: Numbered, id: string): number | undefined {
	const seq = Number(/^\w{3}_([1-9]\d*)$/.exec(id)?.[1]);
	return id === idOfSeq(prefix, seq) && seq <= LAST ? seq : undefined;
}
