/** The figures of groups, by the number of the group. */
export type Sums = {
	size: number;
	key: Float64Array;
	engagements: Uint32Array;
	smes: Uint32Array;
	/** One more than the code of the manufacturer that was counted last. */
	lastSme: Uint32Array;
	hours: Float64Array;
	/** What adding up has rounded off the hours. */
	lost: Float64Array;
	/** How many engagements state hours, and people. */
	withHours: Uint32Array;
	people: Float64Array;
	withPeople: Uint32Array;
};

const FIRST = 64;

const ofSize = (size: number): Sums => ({
	size: 0,
	key: new Float64Array(size),
	engagements: new Uint32Array(size),
	smes: new Uint32Array(size),
	lastSme: new Uint32Array(size),
	hours: new Float64Array(size),
	lost: new Float64Array(size),
	withHours: new Uint32Array(size),
	people: new Float64Array(size),
	withPeople: new Uint32Array(size),
});

export const createSums = (): Sums => ofSize(FIRST);

function grow(sums: Sums): void {
	const larger = ofSize(sums.key.length * 2);
	for (const [name, cells] of Object.entries(sums))
		if (typeof cells !== "number") larger[name as "key"].set(cells as Float64Array);
	Object.assign(sums, larger, { size: sums.size });
}

/** Adds a group without engagements. */
export function addGroup(sums: Sums, key: number): void {
	if (sums.size === sums.key.length) grow(sums);
	sums.key[sums.size++] = key;
}

/** Adds an engagement to a group. All engagements of a manufacturer must be added one after another. */
export function addEngagement(
	sums: Sums,
	group: number,
	sme: number,
	hours: number,
	people: number,
): void {
	(sums.engagements[group] as number)++;
	if (sums.lastSme[group] !== sme + 1) {
		sums.lastSme[group] = sme + 1;
		(sums.smes[group] as number)++;
	}
	if (people >= 0) {
		(sums.people[group] as number) += people;
		(sums.withPeople[group] as number)++;
	}
	if (!Number.isNaN(hours)) {
		// Neumaier's sum: as exact as if the hours were added up without rounding.
		const before = sums.hours[group] as number;
		const after = before + hours;
		(sums.lost[group] as number) +=
			Math.abs(before) >= Math.abs(hours) ? before - after + hours : hours - after + before;
		sums.hours[group] = after;
		(sums.withHours[group] as number)++;
	}
}

export const hoursOf = (sums: Sums, group: number): number | null =>
	sums.withHours[group] === 0 ? null : (sums.hours[group] as number) + (sums.lost[group] as number);

export const peopleOf = (sums: Sums, group: number): number | null =>
	sums.withPeople[group] === 0 ? null : (sums.people[group] as number);
