import { afterAll, beforeAll, expect, it } from "vitest";
import { EngagementRow, SmeRow } from "../../subgraphs/engagements/database/rows.ts";
import { TraceDimension } from "../../subgraphs/engagements/totals/type.ts";
import { type FiguresFixture, openFiguresFixture } from "../support/figures.ts";
import { engagementRow, smeRow } from "../support/rows.ts";
import { OFFICE } from "../support/viewers.ts";

let hub: FiguresFixture;
beforeAll(async () => {
	hub = await openFiguresFixture();
});
afterAll(() => hub.close());

const DIMENSIONS = Object.values(TraceDimension);
/** Every grouping by at most three dimensions. */
const GROUPINGS: string[][] = [[]];
for (const one of DIMENSIONS)
	GROUPINGS.push(...GROUPINGS.filter(({ length }) => length < 3).map((some) => [...some, one]));
const LISTS = "engagements smes trace outcomes quarterReports importBatches".split(" ");
const INDICATORS =
	"evaluation(fiscalYear: 2015) { indicators { definition { id } value n coverage { records of share datedTooCoarsely } } }";

/** Whatever the public can count: totals by every grouping, lists, key figures and evaluations. */
async function counts() {
	const totals: unknown[] = [];
	for (const by of GROUPINGS) {
		const query =
			"query($by: [TraceDimension!]!) { traceTotals(by: $by) { smeCount engagementCount peopleTrained hours status outcomes { metric value reports verification } } }";
		totals.push(await hub.data(query, { by }));
	}
	const figures: unknown[] = [];
	for (const [type, id] of [
		["MepCenter", "ga-mep"],
		["MepCenter", "oh-mep"],
		["Institute", "mxd"],
		["Network", "mep-national-network"],
	] as const)
		figures.push([...(await hub.figures(type, id, 2015))]);
	const { _entities } = await hub.data(
		`query($of: [_Any!]!) { _entities(representations: $of) { ... on Institute { ${INDICATORS} } } }`,
		{ of: [{ __typename: "Institute", id: "mxd" }] },
	);
	const lists = await hub.data(`{ ${LISTS.map((list) => `${list} { totalCount }`).join(" ")} }`);
	const { changes } = await hub.data(
		"{ changes(first: 200) { nodes { type recordId revision } } }",
	);
	return { totals, figures, _entities, lists, changes };
}

it("live answers for the public are the same whatever is confidential", async () => {
	const before = await counts();
	expect(before.totals.length).toBe(93);
	const secret = { visibility: "CONFIDENTIAL" };
	await hub.database.write(async (manager) => {
		await manager.insert(SmeRow, [
			smeRow("sme_x", { ...secret, state: "US-GA", naics: "332710", employees: 20 }),
			smeRow("sme_y", { ...secret, state: "US-OH", naics: "336411", employees: 60 }),
		]);
		await manager.insert(
			EngagementRow,
			["sme_x", "sme_y", "sme_a"].flatMap((sme_id) =>
				["TRAINING", "TECH_TRANSFER", "FACILITY_ACCESS"].map((kind) =>
					engagementRow(
						`x-${sme_id}-${kind}`,
						{
							...secret,
							sme_id,
							kind,
							center_id: "ga-mep",
							institute_id: "mxd",
							hours: kind === "FACILITY_ACCESS" ? 9 : null,
							people_trained: kind === "TRAINING" ? 8 : null,
						},
						"2015-03-03",
					),
				),
			),
		);
	});
	const seen = await hub.data("{ engagements { totalCount } }", {}, OFFICE);
	expect(seen.engagements.totalCount).toBeGreaterThan(9);
	expect(await counts()).toEqual(before);
	await hub.data(
		'mutation { mergeSmes(keep: "sme_x", merge: "sme_y", revision: 1, reason: "the same") { id } }',
		{},
		OFFICE,
	);
	expect(await counts()).toEqual(before);
});
