import type { EngagementRow } from "../../subgraphs/engagements/database/rows.ts";
import { newEngagement } from "../../subgraphs/engagements/engagement/new.ts";
import { drawDayBetween, drawEnd, drawStart } from "./calendar.ts";
import { type Random, type Weighted, weights } from "./random.ts";
import type { Center, Institute, Reference } from "./reference.ts";
import { serial } from "./sme.ts";

/** Shared state of one run. */
export type World = {
	reference: Reference;
	centers: Weighted<Center>;
	institutes: Weighted<Institute>;
	source: string;
};

const CENTER_KINDS = weights(
	["ASSISTANCE", "TRAINING", "REFERRAL", "EVENT", "TECH_TRANSFER"],
	(_, index) => [50, 30, 8, 9, 3][index] as number,
);
const INSTITUTE_KINDS = weights(
	["TECH_TRANSFER", "FACILITY_ACCESS", "TRAINING", "EVENT", "REFERRAL"],
	(_, index) => [34, 28, 22, 12, 4][index] as number,
);
const PRACTICES = weights(
	["LEAN", "QUALITY", "GROWTH", "WORKFORCE", "SUPPLY_CHAIN", "CYBERSECURITY", "SUSTAINABILITY"],
	(_, index) => 1 / (index + 1),
);

function detailsOf(
	kind: string,
	institute: Institute | null,
	random: Random,
): Partial<EngagementRow> {
	const pickOne = (ids: string[] | undefined) => (ids?.length ? random.pick(ids) : null);
	if (kind === "FACILITY_ACCESS")
		return { facility_id: pickOne(institute?.facilityIds), hours: random.integer(2, 320) / 2 };
	if (kind === "TRAINING")
		return {
			course_id: pickOne(institute?.courseIds),
			people_trained: Math.round(40 ** random.fraction()),
		};
	if (kind === "ASSISTANCE") return { practice: random.weighted(PRACTICES) };
	if (kind !== "TECH_TRANSFER") return {};
	const from = random.integer(3, 7);
	return {
		technology_id: pickOne(institute?.technologyIds),
		mrl_from: from,
		mrl_to: Math.min(10, from + random.integer(0, 3)),
	};
}

/** Draws who delivered an engagement and when: a center, an institute, or both, also during an embedding. */
function deliveryOf(
	home: Center,
	random: Random,
	world: World,
): { center: Center | null; institute: Institute | null; start: string } {
	const center = random.chance(0.88) ? home : random.weighted(world.centers);
	const embedding = world.reference.embeddings.find((one) => one.center === center);
	if (embedding && random.chance(0.25))
		return {
			center,
			institute: embedding.institute,
			start: drawDayBetween(random, embedding.firstDay, embedding.lastDay),
		};
	const draw = random.fraction();
	const institute = draw < 0.32 ? random.weighted(world.institutes) : null;
	const start = drawStart(random, institute?.opensOn);
	return { center: draw < 0.2 ? null : center, institute, start };
}

export function makeEngagement(
	index: number,
	smeId: string,
	home: Center,
	random: Random,
	world: World,
): EngagementRow {
	const { center, institute, start } = deliveryOf(home, random, world);
	const kind = random.weighted(institute ? INSTITUTE_KINDS : CENTER_KINDS);
	return newEngagement(
		{
			id: `eng_syn${serial(index)}`,
			sme_id: smeId,
			logged_sme_id: smeId,
			kind,
			center_id: center?.id ?? null,
			institute_id: institute?.id ?? null,
			ended_on: random.chance(0.6) ? drawEnd(random, start, kind === "EVENT" ? 2 : 120) : null,
			...detailsOf(kind, institute, random),
			status: "APPROVED",
			synthetic: true,
			source_document: world.source,
		},
		start,
	);
}
