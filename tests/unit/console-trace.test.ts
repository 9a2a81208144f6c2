import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, type GraphQLInputObjectType, getNamedType } from "graphql";
import { describe, expect, it } from "vitest";
import { readAddress, whereOf, writeAddress } from "../../gateway/console/pages/trace/address.ts";
import { CLAUSES, clausesOf } from "../../gateway/console/pages/trace/clauses.ts";
import { FILTER_NAMES } from "../../gateway/console/pages/trace/filters.ts";
import { flowOf, MOST_NODES, type Names } from "../../gateway/console/pages/trace/flow.ts";
import { narrowed } from "../../gateway/console/pages/trace/narrowed.ts";
import { type RecordType, traceOf } from "../../gateway/console/parts/addresses.ts";
import { ROOT } from "../support/paths.ts";

const schema = buildSchema(readFileSync(join(ROOT, "docs/api.graphql"), "utf8"));

describe("the address of a trace", () => {
	it("says every condition that TraceWhere knows, and no other", () => {
		const fields = (name: string): string[] =>
			Object.values((schema.getType(name) as GraphQLInputObjectType).getFields()).flatMap(
				(field) => {
					const type = getNamedType(field.type).name;
					return /^Trace\w+Where$/.test(type) ? fields(type) : [`${name}.${field.name}`];
				},
			);
		const known = FILTER_NAMES.flatMap((name) => {
			const where = whereOf({ [name]: ["2018"] }) as Record<string, unknown>;
			const [[holder, value]] = Object.entries(where) as [[string, unknown]];
			if (holder === "center" || holder === "institute") {
				const part = `Trace${holder === "center" ? "Center" : "Institute"}Where`;
				return Object.keys(value as object).map((field) => `${part}.${field}`);
			}
			return [`TraceWhere.${holder}`];
		});
		expect(known.sort()).toEqual(fields("TraceWhere").sort());
	});

	it("is read as it was written", () => {
		const view = {
			filters: {
				kinds: ["TRAINING", "EVENT"],
				from: ["2018-03"],
				isSmall: ["false"],
				fiscalYears: ["2019"],
				hostOrganization: ["Board of Regents, Georgia"],
			},
			by: "sector" as const,
		};
		expect(readAddress(writeAddress(view))).toEqual({ ...view, notUnderstood: [] });
		expect(whereOf(view.filters)).toEqual({
			kinds: ["TRAINING", "EVENT"],
			from: "2018-03",
			isSmall: false,
			fiscalYears: [2019],
			center: { hostOrganization: "Board of Regents, Georgia" },
		});
	});

	it("names what it does not understand and keeps the rest", () => {
		const search = {
			kinds: "TRAINING,LUNCH",
			from: "soon",
			constructor: "x",
			by: "colour",
			smeIds: "",
		};
		const { filters, notUnderstood } = readAddress(search);
		expect(filters).toEqual({ kinds: ["TRAINING"] });
		expect(notUnderstood.map(({ name, value }) => `${name}=${value}`)).toEqual([
			"kinds=LUNCH",
			"from=soon",
			"constructor=x",
			"by=colour",
		]);
	});

	it("says each record alone", () => {
		const filterOf = (type: RecordType) => {
			const { filters, notUnderstood } = readAddress(traceOf(type, "some-id").search);
			expect(notUnderstood).toEqual([]);
			return Object.keys(filters).join();
		};
		expect(filterOf("Institute")).toBe("instituteIds");
		expect(filterOf("MepCenter")).toBe("centerIds");
		expect(filterOf("Sme")).toBe("smeIds");
		expect(filterOf("Facility")).toBe("facilityIds");
		expect(filterOf("Course")).toBe("courseIds");
		expect(filterOf("Technology")).toBe("technologyIds");
		expect(filterOf("Network")).toBe("networkIds");
	});

	it("gives up what contradicts a new condition", () => {
		const before = { withoutCenter: ["true"], kinds: ["EVENT"] };
		expect(narrowed(before, { centerIds: ["ga-mep"] })).toEqual({
			kinds: ["EVENT"],
			centerIds: ["ga-mep"],
		});
		const both = { centerIds: ["ga-mep"], withoutInstitute: ["true"] };
		expect(narrowed(before, both)).toEqual({ kinds: ["EVENT"], ...both });
	});

	it("says the clauses that are set or asked for, in their order; the others stand in the sentence itself", () => {
		expect(clausesOf({ embedded: ["true"], kinds: ["EVENT"] }, ["to"])).toEqual(["to", "embedded"]);
		const inSentence = FILTER_NAMES.filter(
			(name) => !(CLAUSES as readonly string[]).includes(name),
		);
		expect(inSentence).toEqual([
			"smeIds",
			"smeStates",
			"kinds",
			"centerIds",
			"instituteIds",
			"from",
		]);
	});
});

const NAMES: Names = {
	kind: (kind) => kind,
	group: (code) => code ?? "unknown",
	others: (count) => `${count} others`,
	nobody: "nobody",
};
const total = (more: object) =>
	({
		kind: "TRAINING",
		status: "PUBLISHED",
		smeCount: 1,
		engagementCount: 1,
		center: null,
		institute: null,
		smeState: null,
		naicsSector: null,
		...more,
	}) as never;

describe("the flow", () => {
	it("goes from providers by kind to states, as many out of a kind as into it", () => {
		const center = { id: "ga-mep", name: "Georgia" };
		const given = [
			total({ center, engagementCount: 3 }),
			total({ institute: { id: "mxd", name: "MxD" }, engagementCount: 2 }),
		];
		const received = [total({ smeState: "US-GA", engagementCount: 4 }), total({ smeState: null })];
		const { nodes, links } = flowOf(given, received, "state", NAMES);
		expect(links.map(({ from, to, value }) => [from, to, value])).toEqual([
			["0 ga-mep ", "1 TRAINING", 3],
			["0  mxd", "1 TRAINING", 2],
			["1 TRAINING", "2 US-GA", 4],
			["1 TRAINING", "2 ", 1],
		]);
		const narrows = Object.fromEntries(nodes.map(({ name, narrows }) => [name, narrows]));
		expect(narrows).toEqual({
			Georgia: { centerIds: ["ga-mep"], withoutInstitute: ["true"] },
			MxD: { withoutCenter: ["true"], instituteIds: ["mxd"] },
			TRAINING: { kinds: ["TRAINING"] },
			"US-GA": { smeStates: ["US-GA"] },
			unknown: { withoutState: ["true"] },
		});
	});

	it("gathers the smallest, which cannot be chosen, and leaves out what is withheld", () => {
		const many = Array.from({ length: MOST_NODES + 5 }, (_, index) =>
			total({ center: { id: `c${index}`, name: `c${index}` }, engagementCount: index + 1 }),
		);
		const hidden = total({
			center: { id: "x", name: "x" },
			status: "SUPPRESSED",
			engagementCount: null,
		});
		const { nodes } = flowOf([...many, hidden], [total({ engagementCount: 190 })], "state", NAMES);
		const providers = nodes.filter(({ column }) => column === 0);
		expect(providers).toHaveLength(MOST_NODES);
		const others = providers.find(({ name }) => name === "6 others");
		expect([others?.value, others?.narrows]).toEqual([21, undefined]);
	});
});
