import { ALL, AXES, AXIS_NAMES, type AxisName, SUBJECTS, type Subject } from "./family.ts";
import type { Group } from "./groups.ts";
import { sectorOfSubsector } from "./names.ts";

/** A value of a table's own dimension. Place 0 is all of every table. */
type Place = { axis: AxisName | null; id: string; parent: number };

/** Groups of the records of one period. */
export type PeriodGroups = { period: string; groups: Group[] };

/**
 * The cells of tables that belong together: those of one fiscal year, or of one metric in it. The number of a cell is
 * (place × inner values + inner value) × periods + period.
 */
export type Grid = {
	subject: Subject;
	places: Place[];
	placeOf: Map<string, number>;
	/** Values of the dimension that divides the records; 0 is all. */
	inners: string[];
	/** The periods of the records and, last, the year that they make, if they do. */
	periods: string[];
	/** Place of the year among `periods`; -1 without one. */
	year: number;
	/** Numbers of manufacturers and centers, in the order of their ids. */
	smes: Map<string, number>;
	centers: Map<string, number>;
};

const keyOf = (axis: AxisName, id: string) => `${axis} ${id}`;

/** The places of a group, each with all that include it, but for place 0. */
export function placesOf({ placeOf, places }: Grid, group: Group): number[] {
	const found: number[] = [];
	for (const axis of AXIS_NAMES) {
		let place = placeOf.get(keyOf(axis, group[axis] ?? AXES[axis].missing.id)) ?? 0;
		for (; place > 0; place = (places[place] as Place).parent) found.push(place);
	}
	return found;
}

const numbered = (ids: Set<string>) =>
	new Map([...ids].sort().map((id, number) => [id, number] as const));

/**
 * The grid of all groups of some variants, such as the records that were published and those of now. `year` is the
 * fiscal year that the periods make, null if they do not; `stateOf` tells the state of a center.
 */
export function gridOf(
	subject: Subject,
	variants: ReadonlyArray<readonly PeriodGroups[]>,
	year: string | null,
	stateOf: (center: string) => string | null,
): Grid {
	const places: Place[] = [{ axis: null, id: ALL, parent: -1 }];
	const placeOf = new Map<string, number>();
	const smes = new Set<string>();
	const centers = new Set<string>();
	const periods = new Set<string>();

	function add(axis: AxisName, id: string, parent = 0): number {
		let place = placeOf.get(keyOf(axis, id));
		if (place === undefined) {
			place = places.push({ axis, id, parent }) - 1;
			placeOf.set(keyOf(axis, id), place);
		}
		return place;
	}
	function addGroup(group: Group): void {
		smes.add(group.sme);
		if (group.center !== null) centers.add(group.center);
		for (const axis of AXIS_NAMES) {
			const id = group[axis];
			if (id === null) add(axis, AXES[axis].missing.id);
			else if (axis === "sector") add(axis, id, add(axis, sectorOfSubsector(id)));
			else {
				const state = axis === "center" ? stateOf(id) : null;
				add(axis, id, state === null ? 0 : add(axis, state));
			}
		}
	}
	for (const variant of variants)
		for (const { period, groups } of variant) {
			periods.add(period);
			for (const group of groups) addGroup(group);
		}
	const inTime = [...periods].sort();
	return {
		subject,
		places,
		placeOf,
		inners: SUBJECTS[subject].inner.values.map(({ id }) => id),
		periods: year === null ? inTime : [...inTime, year],
		year: year === null ? -1 : inTime.length,
		smes: numbered(smes),
		centers: numbered(centers),
	};
}

export const cellCount = ({ places, inners, periods }: Grid): number =>
	places.length * inners.length * periods.length;

export const cellNumber = (
	{ inners, periods }: Grid,
	place: number,
	inner: number,
	period: number,
): number => (place * inners.length + inner) * periods.length + period;

/** The place, inner value and period of a cell. */
export function partsOf({ inners, periods }: Grid, cell: number): [number, number, number] {
	const above = Math.floor(cell / periods.length);
	return [Math.floor(above / inners.length), above % inners.length, cell % periods.length];
}
