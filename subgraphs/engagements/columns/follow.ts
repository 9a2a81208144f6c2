import type { Reader } from "../../../shared/database/reader-in.ts";
import { writeOutcomes } from "./outcomes.ts";
import {
	outcomeIdsAfter,
	placeOf,
	type RevisionRead,
	readBlocks,
	readOutcomes,
	revisionsAfter,
	smeIdsAfter,
} from "./queries.ts";
import { createStore, forkStore, type Store, writeBlocks } from "./store.ts";

const SMES_A_STATEMENT = 1000;
const OUTCOMES_A_STATEMENT = 5000;
const REVISIONS_A_STATEMENT = 1000;
/** Manufacturers and outcomes that are read again by their ids. */
const IDS_A_STATEMENT = 200;

/** Calls `work` for the ids of a list, so many at a time. */
async function inParts(
	ids: Iterable<string>,
	work: (part: string[]) => Promise<void>,
): Promise<void> {
	const all = [...ids];
	for (let at = 0; at < all.length; at += IDS_A_STATEMENT)
		await work(all.slice(at, at + IDS_A_STATEMENT));
}

/** Reads everything. All statements of `reader` must see the same rows. */
export async function loadStore(reader: Reader): Promise<Store> {
	const { seq, bulk } = await placeOf(reader);
	const store = createStore({ seq, bulk });
	for (let after = ""; ; ) {
		const ids = await outcomeIdsAfter(reader, after, OUTCOMES_A_STATEMENT);
		const [from, to] = [ids[0], ids.at(-1)];
		if (from === undefined || to === undefined) break;
		writeOutcomes(
			store.outcomes,
			await readOutcomes(reader, { from, to }),
			store.dictionaries.center,
		);
		after = to;
	}
	for (let after = ""; ; ) {
		const ids = await smeIdsAfter(reader, after, SMES_A_STATEMENT);
		const [from, to] = [ids[0], ids.at(-1)];
		if (from === undefined || to === undefined) break;
		writeBlocks(store, await readBlocks(reader, { from, to }));
		after = to;
	}
	return store;
}

type Changed = { smes: Set<string>; outcomes: Set<string> };

/**
 * Adds the manufacturers whose engagements a revision may have moved, or covered. Merges move engagements without a
 * revision of each, but always from the former root of the manufacturer to the present one. What an outcome covers is
 * decided when it is reported, and is its own manufacturer's then.
 */
function addChanged({ smes, outcomes }: Changed, revision: RevisionRead): void {
	type Snapshot = { sme_id?: string; root_id?: string };
	const { record_type, record_id } = revision;
	if (record_type === "OUTCOME") outcomes.add(record_id);
	if (record_type === "SME") smes.add(record_id);
	for (const text of [revision.before, revision.after]) {
		const snapshot: Snapshot | null = text && JSON.parse(text);
		const sme = record_type === "SME" ? snapshot?.root_id : snapshot?.sme_id;
		if (sme) smes.add(sme);
	}
}

async function changedSince(reader: Reader, seq: number): Promise<Changed> {
	const changed: Changed = { smes: new Set(), outcomes: new Set() };
	for (let after = seq; ; ) {
		const revisions = await revisionsAfter(reader, after, REVISIONS_A_STATEMENT);
		for (const revision of revisions) addChanged(changed, revision);
		after = revisions.at(-1)?.seq ?? after;
		if (revisions.length < REVISIONS_A_STATEMENT) return changed;
	}
}

/**
 * The store as the database is now: the same one if nothing was committed since, a fork of it in which the changed
 * manufacturers were read again, or one that was read anew if many records were written without revisions. All
 * statements of `reader` must see the same rows.
 */
export async function followDatabase(reader: Reader, store: Store): Promise<Store> {
	const { seq, bulk } = await placeOf(reader);
	if (bulk !== store.place.bulk || seq < store.place.seq) return loadStore(reader);
	if (seq === store.place.seq) return store;
	const { smes, outcomes } = await changedSince(reader, store.place.seq);
	const next = forkStore(store, { seq, bulk });
	await inParts(outcomes, async (part) => {
		writeOutcomes(next.outcomes, await readOutcomes(reader, part), next.dictionaries.center);
	});
	await inParts(smes, async (part) => writeBlocks(next, await readBlocks(reader, part)));
	return next;
}
