/** Orders texts the same on every machine; `localeCompare` orders them as the language of the machine has it. */
export function byCodePoint(one: string, other: string): number {
	if (one === other) return 0;
	return one < other ? -1 : 1;
}
