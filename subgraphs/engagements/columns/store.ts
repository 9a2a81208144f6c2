import type { Place } from "../live-totals.ts";
import { isSmall } from "../sme/rules.ts";
import { codeOf } from "./dictionary.ts";
import {
	createColumns,
	createDictionaries,
	type Dictionaries,
	type EngagementColumns,
	type EngagementRead,
	writeEngagement,
} from "./engagement-columns.ts";
import {
	copyManufacturers,
	createIds,
	createManufacturers,
	type Ids,
	idCode,
	type Manufacturers,
	SIZES,
} from "./manufacturers.ts";
import { copyOutcomes, createOutcomes, noteOwner, type Outcomes } from "./outcomes.ts";
import { createProfiles, type Profiles } from "./profiles.ts";
import { createRegion, type Region, withRoom } from "./region.ts";

/** In the order of outcomes. `engagement`: place in the block of its manufacturer; `outcome`: code of its id. */
type CoverColumns = { engagement: Uint32Array; outcome: Uint32Array };

const createCovers = (capacity: number): CoverColumns => ({
	engagement: new Uint32Array(capacity),
	outcome: new Uint32Array(capacity),
});

/** The established engagements, their manufacturers and outcomes, as they were at a place. Never changed once it is shared. */
export type Store = {
	place: Place;
	dictionaries: Dictionaries;
	profiles: Profiles;
	ids: Ids;
	manufacturers: Manufacturers;
	engagements: Region<EngagementColumns>;
	covers: Region<CoverColumns>;
	outcomes: Outcomes;
};

export function createStore(place: Place): Store {
	return {
		place,
		dictionaries: createDictionaries(),
		profiles: createProfiles(),
		ids: createIds(),
		manufacturers: createManufacturers(),
		engagements: createRegion(createColumns),
		covers: createRegion(createCovers),
		outcomes: createOutcomes(),
	};
}

/** A store to be brought to a later place; whoever reads the first one is not disturbed. */
export function forkStore(store: Store, place: Place): Store {
	return {
		...store,
		place,
		manufacturers: copyManufacturers(store.manufacturers, store.ids.texts.length),
		engagements: { ...store.engagements },
		covers: { ...store.covers },
		outcomes: copyOutcomes(store.outcomes, store.outcomes.ids.texts.length),
	};
}

/** A manufacturer with all of its established engagements. */
export type BlockRead = {
	id: string;
	state: string | null;
	naics: string | null;
	employees: number | null;
	larger_group: boolean | number | null;
	engagements: EngagementRead[];
	covers: Array<{ engagement_id: string; outcome_id: string }>;
};

function sizeOf({ employees, larger_group }: BlockRead): number {
	const small = isSmall(employees, larger_group === null ? null : Boolean(larger_group));
	if (small === null) return SIZES.unknown;
	return small ? SIZES.small : SIZES.large;
}

function writeBlock(store: Store, code: number, block: BlockRead): void {
	const { manufacturers, dictionaries, profiles, engagements, covers, outcomes } = store;
	manufacturers.state[code] = codeOf(dictionaries.state, block.state);
	manufacturers.naics[code] = codeOf(dictionaries.naics, block.naics);
	manufacturers.size[code] = sizeOf(block);
	manufacturers.engagements.start[code] = engagements.used;
	manufacturers.engagements.count[code] = block.engagements.length;
	const placeOf = new Map<string, number>();
	for (const [place, read] of block.engagements.entries()) {
		placeOf.set(read.id, place);
		writeEngagement(engagements.columns, engagements.used++, read, dictionaries, profiles);
	}
	manufacturers.covers.start[code] = covers.used;
	manufacturers.covers.count[code] = block.covers.length;
	const covering = block.covers.map(({ engagement_id, outcome_id }) => ({
		engagement: placeOf.get(engagement_id) as number,
		outcome: idCode(outcomes.ids, outcome_id),
	}));
	covering.sort((one, other) => one.outcome - other.outcome);
	for (const { engagement, outcome } of covering) {
		noteOwner(outcomes, outcome, code);
		covers.columns.engagement[covers.used] = engagement;
		covers.columns.outcome[covers.used++] = outcome;
	}
}

/**
 * Writes manufacturers as they are now into a store that nobody reads yet. Throws a RangeError for what it cannot hold
 * exactly.
 */
export function writeBlocks(store: Store, blocks: readonly BlockRead[]): void {
	const codes = blocks.map(({ id }) => idCode(store.ids, id));
	const length = store.ids.texts.length;
	if (length > store.manufacturers.state.length)
		store.manufacturers = copyManufacturers(store.manufacturers, length);
	const { manufacturers } = store;
	const sum = (of: (block: BlockRead) => unknown[]) =>
		blocks.reduce((all, block) => all + of(block).length, 0);
	store.engagements = withRoom(
		store.engagements,
		sum((block) => block.engagements),
		manufacturers.engagements,
		createColumns,
	);
	store.covers = withRoom(
		store.covers,
		sum((block) => block.covers),
		manufacturers.covers,
		createCovers,
	);
	for (const [at, block] of blocks.entries()) writeBlock(store, codes[at] as number, block);
}

/** Bytes of the columns, without the texts of ids. */
export function bytesOf({ profiles, manufacturers, engagements, covers, outcomes }: Store): number {
	const of = (cells: object): number =>
		Object.values(cells).reduce<number>((sum, one) => {
			if (ArrayBuffer.isView(one)) return sum + one.byteLength;
			return sum;
		}, 0);
	return [
		profiles.columns,
		manufacturers,
		manufacturers.engagements,
		manufacturers.covers,
		engagements.columns,
		covers.columns,
		outcomes,
		outcomes.claims,
		outcomes.figures.columns,
	].reduce((sum, one) => sum + of(one), 0);
}
