import { createHash } from "node:crypto";
import type { AxisName } from "./family.ts";
import { SIZES } from "./family.ts";
import { subsectorOf } from "./names.ts";

/** A record that counts, as it is read. */
export type CountedRecord = {
	sme: string;
	state: string | null;
	naics: string | null;
	employees: number | null;
	center: string | null;
	institute: string | null;
	/** The kind of service, or the verification. */
	inner: string;
	visibility: string;
	/** What each sum measures of it, in the order of the family. */
	amounts: Array<number | null>;
};

/** The records of one manufacturer that agree in everything that the tables distinguish. */
export type Group = { [axis in AxisName]: string | null } & {
	sme: string;
	inner: string;
	/** Whether the records are PUBLIC, so that everybody may subtract them. */
	open: boolean;
	/** How many records, then each sum, in whole parts of its unit. */
	amounts: number[];
};

const sizeOf = (employees: number | null): string | null =>
	employees === null ? null : (SIZES.findLast(({ from }) => employees >= from)?.id ?? null);

const AXIS_ORDER = ["state", "sector", "size", "center", "institute"] as const;

const keyOf = (group: Group) =>
	JSON.stringify([
		group.sme,
		...AXIS_ORDER.map((axis) => group[axis]),
		group.inner,
		group.open ? 1 : 0,
	]);

/** Groups records; `parts` are those of each sum. */
export function groupRecords(records: Iterable<CountedRecord>, parts: readonly number[]): Group[] {
	const groups = new Map<string, Group>();
	for (const record of records) {
		const { sme, state, center, institute, inner } = record;
		const amounts = [1, ...parts.map((part, n) => Math.round((record.amounts[n] ?? 0) * part))];
		const group: Group = {
			sme,
			state,
			sector: subsectorOf(record.naics),
			size: sizeOf(record.employees),
			center,
			institute,
			inner,
			open: record.visibility === "PUBLIC",
			amounts,
		};
		const key = keyOf(group);
		const known = groups.get(key);
		if (!known) groups.set(key, group);
		else known.amounts = known.amounts.map((amount, n) => amount + (amounts[n] as number));
	}
	return [...groups.values()];
}

/** Groups as one text, the same for the same groups. */
export function groupsText(groups: readonly Group[]): string {
	const lines = groups.map((group) => `${keyOf(group).slice(0, -1)},${group.amounts.join()}]`);
	return `[${lines.sort().join(",\n")}]`;
}

export const fingerprintOf = (text: string): string =>
	createHash("sha256").update(text).digest("hex");

/** The groups of a text of `groupsText`. */
export function groupsOf(text: string): Group[] {
	const read: Array<Array<string | number | null>> = JSON.parse(text);
	return read.map(([sme, state, sector, size, center, institute, inner, open, ...amounts]) => ({
		sme: sme as string,
		state: state as string | null,
		sector: sector as string | null,
		size: size as string | null,
		center: center as string | null,
		institute: institute as string | null,
		inner: inner as string,
		open: open === 1,
		amounts: amounts as number[],
	}));
}
