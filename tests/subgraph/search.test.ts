import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { searchable } from "../../shared/database/search.ts";
import { PUBLIC, type Viewer } from "../../shared/viewer/viewer.ts";
import { EngagementRow, SmeRow } from "../../subgraphs/engagements/database/rows.ts";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { engagementRow, smeRow } from "../support/rows.ts";
import { ELSEWHERE, OFFICE } from "../support/viewers.ts";

let hub: EngagementsFixture;
beforeAll(async () => {
	hub = await openEngagementsFixture();
});
afterAll(() => hub.close());

async function found(search: string, viewer: Viewer): Promise<string[]> {
	const { engagements } = await hub.data(
		"query($search: String) { engagements(where: { search: $search }) { nodes { id } } }",
		{ search },
		viewer,
	);
	return engagements.nodes.map((node: { id: string }) => node.id).sort();
}

it("engagements are found by a manufacturer's name only if the viewer may see it", async () => {
	await hub.database.write((manager) =>
		manager.insert(
			EngagementRow,
			engagementRow(
				"eng-open",
				{ sme_id: "sme_secret", kind: "EVENT", center_id: "ga-mep" },
				"2015",
			),
		),
	);
	for (const viewer of [PUBLIC, ELSEWHERE]) expect(await found("sme_secret", viewer)).toEqual([]);
	expect(await found("sme_secret", OFFICE)).toEqual(["eng-open", "eng-secret"]);
	await hub.database.write((manager) => manager.delete(EngagementRow, { id: "eng-open" }));
});

it("words are found in any spelling: the result equals a comparison of normalized text, on both engines", async () => {
	const character = fc.constantFrom(..."aAbÄäßœŒЖжΣσ机機龍龙ＡｂＢ％%_*?[]^-\\.|()+{}'\"ｱア½ﬁ°");
	const text = fc.string({ unit: character, minLength: 1, maxLength: 6 });
	const titles = fc.sample(text, { numRuns: 120, seed: 9 });
	// A manufacturer without these characters in its name, because names are also searched.
	await hub.database.write((manager) => manager.insert(SmeRow, smeRow("sme_q", { name: "q" })));
	await hub.database.write((manager) =>
		manager.insert(
			EngagementRow,
			titles.map((title, index) =>
				engagementRow(
					`eng-text-${String(index).padStart(3, "0")}`,
					{ sme_id: "sme_q", kind: "REFERRAL", center_id: "oh-mep", title },
					"1999",
				),
			),
		),
	);
	// Characters for several letters ("ﬁ", "½") are not decomposed in the text: no false results, but some are missed.
	const plain = (title: string) => [...title].every((one) => searchable(one).length === 1);
	const compared = (words: string) => searchable(words).replaceAll("ς", "σ");
	await fc.assert(
		fc.asyncProperty(fc.string({ unit: character, minLength: 1, maxLength: 2 }), async (search) => {
			const { engagements } = await hub.data(
				"query($search: String!) { engagements(first: 200, where: { kinds: [REFERRAL], calendarYears: [1999], search: $search }) { nodes { title } } }",
				{ search },
			);
			const titlesFound = engagements.nodes.map((node: { title: string }) => node.title);
			const right = titles.filter((title) => compared(title).includes(compared(search)));
			expect(right).toEqual(expect.arrayContaining(titlesFound));
			expect(titlesFound).toEqual(expect.arrayContaining(right.filter(plain)));
		}),
		{ numRuns: 60, seed: 9 },
	);
	await hub.database.write(async (manager) => {
		await manager
			.createQueryBuilder()
			.delete()
			.from(EngagementRow)
			.where("kind = 'REFERRAL'")
			.execute();
	});
});

it("manufacturers are found in any case and width", async () => {
	await hub.database.write((manager) =>
		manager.insert(SmeRow, smeRow("sme_x", { name: "ÉCLAIR Ｍｏｌｄ 模具" })),
	);
	const query = "query($search: String) { smes(search: $search) { nodes { id } } }";
	for (const search of ["éclair", "mold Éclair", "模具 MOLD"])
		expect((await hub.data(query, { search })).smes.nodes).toEqual([{ id: "sme_x" }]);
	await hub.database.write((manager) => manager.delete(SmeRow, { id: "sme_x" }));
});
