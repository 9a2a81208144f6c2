import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataOf, type Hub, seededFolder, startEmbedded } from "../support/hub.ts";

let hub: Hub;
beforeAll(async () => {
	hub = await startEmbedded(await seededFolder());
});
afterAll(() => hub.close());

const data = (query: string, variables?: object) => dataOf(hub, query, variables);

type Told = { text: string };

it("lists Qingdao's ten centers: six by name, four as unknown", async () => {
	const { network } = await data(
		'{ network(id: "qingdao-ten") { unnamedCenters fiscalYearStartMonth institutes { totalCount nodes { nativeName sponsor { id } lead { name } headquarters { country nativeCity } } } observations(property: "centers_announced") { value doubts { id } } } }',
	);
	expect(network).toMatchObject({
		unnamedCenters: 4,
		fiscalYearStartMonth: 1,
		institutes: { totalCount: 6 },
		observations: [{ value: 10, doubts: [{ id: "D38" }] }],
	});
	for (const center of network.institutes.nodes)
		expect(center).toMatchObject({
			sponsor: null,
			lead: null,
			headquarters: { country: "CN", nativeCity: "青岛" },
		});
});

it("returns the content of the five documents in the lists of the programs", async () => {
	const found = await data(`{
		usa: network(id: "manufacturing-usa") { formerNames programOffice { tasks { number nativeText } } functions { number } milestones { kind date } smeRules { text } }
		dod: network(id: "dod-mii") { goals { nativeText } fundingStages { number model nativeModel revenue { funder } } institutes { totalCount } }
		mep: network(id: "mep-national-network") { statutoryAims { number } programOffice { name parts { text } } observations(property: "service_locations") { value text asOf } }
		china: network(id: "china-nmic") { definition { text } functions { number } services { text } operatingBodies { text } fundingChannels { text } recognitionSteps { text } priorityFields { number nativeText } goals { period } evaluationRules { property value text doubts { id } } }
		mrlLevels { level stages nativeDefinition }
	}`);
	expect(found.usa).toMatchObject({
		formerNames: ["National Network for Manufacturing Innovation (NNMI)"],
		milestones: [
			{ kind: "ANNOUNCED", date: "2012-03" },
			{ kind: "RENAMED", date: "2016-09" },
		],
	});
	const sizes = {
		tasks: found.usa.programOffice.tasks,
		functions: found.usa.functions,
		smeRules: found.usa.smeRules,
		goals: found.dod.goals,
		stages: found.dod.fundingStages,
		aims: found.mep.statutoryAims,
		parts: found.mep.programOffice.parts,
		services: found.china.services,
		chinaFunctions: found.china.functions,
		bodies: found.china.operatingBodies,
		channels: found.china.fundingChannels,
		steps: found.china.recognitionSteps,
		fields: found.china.priorityFields,
		periods: found.china.goals,
		levels: found.mrlLevels,
	};
	expect(
		Object.fromEntries(Object.entries(sizes).map(([key, list]) => [key, list.length])),
	).toEqual({
		tasks: 7,
		functions: 5,
		smeRules: 3,
		goals: 5,
		stages: 3,
		aims: 3,
		parts: 6,
		services: 10,
		chinaFunctions: 5,
		bodies: 4,
		channels: 4,
		steps: 4,
		fields: 10,
		periods: 2,
		levels: 10,
	});
	expect(found.china.recognitionSteps.map(({ text }: Told) => text)).toEqual([
		"pilot of two to three years",
		"expert review",
		"site visit",
		"approval",
	]);
	expect(found.china.evaluationRules).toEqual(
		expect.arrayContaining([
			expect.objectContaining({ property: "evaluation_period", value: 3 }),
			expect.objectContaining({
				property: "evaluation_annual",
				text: "every year; none in the year of the periodic one",
				doubts: [{ id: "D37" }],
			}),
		]),
	);
	expect(found.dod.fundingStages[2].revenue).toHaveLength(3);
	// Bands overlap by design.
	expect(found.mrlLevels[4].stages).toEqual(["experimental development", "maturation"]);
});

describe("money and membership of an institute", () => {
	it.each([
		[2012, 1, ["equipment", "base project funding", "start-up"], true],
		[2014, 3, ["equipment", "base project funding", "start-up"], true],
		[2015, 4, ["equipment", "base project funding", "competitive project funding"], true],
		[2016, 5, ["base project funding", "competitive project funding"], true],
		[2020, 9, ["base project funding", "competitive project funding"], false],
	])(
		"America Makes may fund in %i, its year %i, %j",
		async (year, programYear, funds, withinPlan) => {
			const { institute } = await data(
				'query($year: Int!) { institute(id: "america-makes") { funding { phase(year: $year) { programYear funds withinPlan } } } }',
				{ year },
			);
			expect(institute.funding.phase).toEqual({ programYear, funds, withinPlan });
		},
	);

	it("is in no phase before it was founded", async () => {
		const { institute } = await data(
			'{ institute(id: "america-makes") { funding { phase(year: 2011) { programYear } } } }',
		);
		expect(institute.funding.phase).toBeNull();
	});

	it("a match under one to one is a warning, not an error", async () => {
		const { institutes } = await data(
			"{ institutes(first: 200) { nodes { id funding { matchRatio matchWarning } } } }",
		);
		const warned = institutes.nodes.filter(
			(one: { funding: { matchWarning: string | null } }) => one.funding.matchWarning,
		);
		expect(warned.map(({ id }: { id: string }) => id)).toEqual(["cymanii"]);
		expect(warned[0].funding.matchRatio).toBeCloseTo(41 / 70);
	});

	it("one commitment of each kind is accepted; their sum is the institute's funding", async () => {
		const { institutes } = await data(
			"{ institutes(first: 200) { nodes { id funding { federal { amount } nonFederal { amount } commitments { kind property amount { amount } period accepted reason } } } } }",
		);
		type Commitment = { kind: string; property: string; accepted: boolean; reason: string | null };
		let others = 0;
		for (const { id, funding } of institutes.nodes)
			for (const [kind, served] of [
				["FEDERAL", funding.federal],
				["NON_FEDERAL", funding.nonFederal],
			]) {
				const ofKind = funding.commitments.filter((one: Commitment) => one.kind === kind);
				const accepted = ofKind.filter((one: Commitment) => one.accepted);
				expect(
					accepted.map((one: { amount: object }) => one.amount),
					`${id} ${kind}`,
				).toEqual(served ? [served] : []);
				for (const one of ofKind.filter((other: Commitment) => !other.accepted)) {
					others++;
					expect(one.reason, `${id} ${one.property}`).toBeTruthy();
				}
			}
		expect(others).toBeGreaterThan(20);
		const photonics = institutes.nodes.find(({ id }: { id: string }) => id === "aim-photonics");
		expect(photonics.funding.commitments).toContainEqual({
			kind: "FEDERAL",
			property: "base_federal_funding",
			amount: { amount: 229_000_000 },
			period: null,
			accepted: false,
			reason:
				"Another measure than the commitment that is served: base federal funding; the two are not added",
		});
	});

	it("parts of a commitment are listed with it", async () => {
		const { institute } = await data(
			'{ institute(id: "mxd") { funding { commitments { kind accepted parts { party amount { amount } } } } } }',
		);
		expect(institute.funding.commitments).toContainEqual({
			kind: "FEDERAL",
			accepted: false,
			parts: [
				{ party: "DOD", amount: { amount: 50_000_000 } },
				{ party: "other government agencies", amount: { amount: 20_000_000 } },
			],
		});
	});

	it("the nine agreements are marked as inferred, five of one kind and four of the other", async () => {
		const { network } = await data(
			'{ network(id: "dod-mii") { institutes { nodes { agreement { kind inferred reason doubts { id } } } } } }',
		);
		const kinds = network.institutes.nodes.map(
			(one: { agreement: { kind: string } }) => one.agreement.kind,
		);
		expect(kinds.filter((kind: string) => kind === "COOPERATIVE_AGREEMENT")).toHaveLength(5);
		expect(kinds.filter((kind: string) => kind === "TECHNOLOGY_INVESTMENT_AGREEMENT")).toHaveLength(
			4,
		);
		for (const { agreement } of network.institutes.nodes)
			expect(agreement).toMatchObject({ inferred: true, doubts: [{ id: "D35" }] });
	});

	it("member counts over time, with the latest", async () => {
		const { institute } = await data(
			'{ institute(id: "poweramerica") { members { latest { value asOf } mix { party value } history { value } } } }',
		);
		expect(institute.members).toEqual({
			latest: { value: 82, asOf: "2023" },
			mix: [
				{ party: "companies", value: 18 },
				{ party: "universities and labs", value: 7 },
			],
			history: [{ value: 25 }, { value: 48 }, { value: 82 }],
		});
	});

	it("of a network: by kind and over time, with two separate shares of small firms", async () => {
		const { network } = await data(
			'{ network(id: "manufacturing-usa") { members { latest { value asOf } mix { property value } smeShare { value unit asOf property } smallManufacturerShare { value unit asOf property } history { value } } } }',
		);
		expect(network.members).toMatchObject({
			latest: { value: 2300, asOf: "2021" },
			smeShare: {
				value: 70,
				unit: "percent",
				asOf: "2018",
				property: "sme_share_of_industry_members",
			},
			smallManufacturerShare: {
				value: 72,
				unit: "percent",
				asOf: "2021",
				property: "small_share_of_manufacturer_members",
			},
			mix: [
				{ property: "members_education", value: 297 },
				{ property: "members_manufacturing", value: 844 },
				{ property: "members_other", value: 150 },
			],
		});
		expect(network.members.history[0]).toEqual({ value: 800 });
	});
});
