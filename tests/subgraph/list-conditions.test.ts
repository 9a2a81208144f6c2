import {
	type GraphQLInputObjectType,
	type GraphQLInputType,
	getNamedType,
	getNullableType,
	isEnumType,
	isInputObjectType,
	isListType,
} from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { QuarterRow } from "../../subgraphs/engagements/database/record-rows.ts";
import { MembershipRow } from "../../subgraphs/engagements/database/rows.ts";
import { keepBatch } from "../../subgraphs/engagements/import/batches.ts";
import { newMembership } from "../../subgraphs/engagements/membership/new.ts";
import { type EngagementsFixture, openEngagementsFixture } from "../support/engagements.ts";
import { OFFICE } from "../support/viewers.ts";

let hub: EngagementsFixture;
beforeAll(async () => {
	hub = await openEngagementsFixture();
	const counts = { rows: 0, created: 0, updated: 0, unchanged: 0, failed: 0 };
	const at = "2024-01-01T00:00:00.000Z";
	await hub.database.write(async (manager) => {
		await keepBatch(manager, OFFICE, { id: "bat_1", at, counts });
		await manager.insert(
			MembershipRow,
			newMembership({
				id: "mem-1",
				sme_id: "sme_a",
				logged_sme_id: "sme_a",
				institute_id: "america-makes",
				source_document: "test",
			}),
		);
		await manager.insert(QuarterRow, {
			id: "ga-mep~2020~1",
			center_id: "ga-mep",
			fiscal_year: 2020,
			quarter: 1,
			reported_at: at,
			reported_by: "boss-1",
			engagement_count: 0,
			sme_count: 0,
			revision: 1,
		});
	});
});
afterAll(() => hub.close());

const asks = (list: string, where: string) => `{ ${list}(where: ${where}) { totalCount } }`;

const literalOf = (type: GraphQLInputType): string => {
	const named = getNamedType(type);
	if (isEnumType(named)) return String(named.getValues()[0]?.name);
	return named.name === "Int" ? "2" : '"x"';
};

/** Every condition of a filter and its nested filters: its path and the literal of a value. */
function conditionsOf(
	type: GraphQLInputObjectType,
	wrap: (inner: string) => string = (inner) => `{ ${inner} }`,
	path = "where",
): Array<{ path: string; type: GraphQLInputType; write(value: string): string }> {
	return Object.values(type.getFields()).flatMap((field) => {
		const named = getNamedType(field.type);
		const write = (value: string) => wrap(`${field.name}: ${value}`);
		const here = { path: `${path}.${field.name}`, type: field.type, write };
		return isInputObjectType(named)
			? [here, ...conditionsOf(named, (inner) => write(`{ ${inner} }`), here.path)]
			: [here];
	});
}

describe("each condition of each list", () => {
	const LISTS = [
		"engagements",
		"smes",
		"outcomes",
		"quarterReports",
		"importBatches",
		"trace",
		"memberships",
	];
	const all = (list: string) => {
		const query = hub.subgraph.schema.getQueryType()?.getFields()[list];
		const where = query?.args.find((arg) => arg.name === "where");
		return conditionsOf(getNamedType(where?.type) as GraphQLInputObjectType);
	};

	it.each(LISTS)("of %s is ignored if null, and matches nothing if an empty list", async (list) => {
		const count = async (where: string) =>
			(await hub.data(asks(list, where), {}, OFFICE))[list].totalCount;
		const everything = await count("{}");
		expect(everything).toBeGreaterThan(0);
		expect(await count("null")).toBe(everything);
		for (const { path, type, write } of all(list)) {
			if (/where\.\w+\./.test(path)) continue;
			expect([path, await count(write("null"))]).toEqual([path, everything]);
			if (isListType(getNullableType(type)))
				expect([path, await count(write("[]"))]).toEqual([path, 0]);
		}
	});

	it.each(LISTS)("of %s is bounded", async (list) => {
		for (const { path, type, write } of all(list)) {
			const refused = (value: string) => hub.refusals(asks(list, write(value)), {}, OFFICE);
			const named = getNamedType(type);
			const isList = isListType(getNullableType(type));
			if (isList)
				expect(await refused(`[${Array(501).fill(literalOf(type)).join(", ")}]`)).toEqual([
					[`${path}: has 501 values; 500 are the most`, "BAD_USER_INPUT"],
				]);
			if (!["String", "ID"].includes(named.name)) continue;
			const one = (text: string) => (isList ? `[${JSON.stringify(text)}]` : JSON.stringify(text));
			expect(await refused(one("x".repeat(201)))).toEqual([
				[`${path}: has 201 characters; 200 are the most`, "BAD_USER_INPUT"],
			]);
		}
	});
});
