import { readFileSync } from "node:fs";
import {
	buildSchema,
	type GraphQLObjectType,
	getNamedType,
	isInputObjectType,
	isNonNullType,
	isObjectType,
} from "graphql";
import { afterAll, beforeAll, expect, it } from "vitest";
import { developmentToken } from "../../gateway/viewer/development.ts";
import type { Subgraph } from "../../shared/subgraph/subgraph.ts";
import { type Actor, PUBLIC, type Viewer } from "../../shared/viewer/viewer.ts";
import { argumentsOf, everything, literalOf, operation } from "../support/every-field.ts";
import { ask, seededFolder, startEmbedded } from "../support/hub.ts";
import { ELSEWHERE, MANAGER, OFFICE, STAFF } from "../support/viewers.ts";

const SECRET = "Umbrascope";
const schema = buildSchema(readFileSync("docs/api.graphql", "utf8"));
const PARTNER: Viewer = { role: "PARTNER", subject: "partner-1", organization: "else" };
const ADMIN: Viewer = { role: "HUB_ADMIN", subject: "admin-1" };
const STRANGERS: Viewer[] = [PUBLIC, STAFF, MANAGER, PARTNER, ADMIN];

let dataDir: string;
let hub: Awaited<ReturnType<typeof startEmbedded>>;
let secretIds: { sme: string; engagement: string; outcome: string; membership: string };

/** By viewer: to sign one for each of thousands of requests takes seconds. */
const tokens = new Map<Viewer, Promise<string>>();
function tokenOf(viewer: Actor): Promise<string> {
	const token = tokens.get(viewer) ?? developmentToken(dataDir, viewer, 1);
	tokens.set(viewer, token);
	return token;
}

async function as(viewer: Viewer, query: string, variables: object = {}) {
	const headers: Record<string, string> =
		viewer.role === "PUBLIC" ? {} : { authorization: `Bearer ${await tokenOf(viewer)}` };
	return (await ask(hub, query, variables, headers)).body;
}

beforeAll(async () => {
	dataDir = await seededFolder();
	hub = await startEmbedded(dataDir);
	const make = async (mutation: string) => {
		const { data, errors } = await as(ELSEWHERE, `mutation { made: ${mutation} }`);
		expect(errors).toBeUndefined();
		return (data as unknown as { made: { id: string; sme: { id: string } } }).made;
	};
	const sme = (
		await make(
			`registerSme(input: { clientMutationId: "1", name: "${SECRET} Forge", city: "${SECRET}", state: "US-OH", naics: "332111", identifiers: [{ scheme: UEI, value: "VN1AJFAD19J9" }] }) { sme { id } }`,
		)
	).sme.id;
	const engagement = (
		await make(
			`logEngagement(input: { clientMutationId: "2", smeId: "${sme}", kind: TRAINING, startedOn: "2023-02-03", title: "${SECRET}", note: "${SECRET}", credential: "${SECRET}", peopleTrained: 98765 }) { id }`,
		)
	).id;
	for (const [step, revision] of [
		["submit", 1],
		["approve", 2],
	])
		await make(`${step}Engagement(id: "${engagement}", revision: ${revision}) { id }`);
	const outcome = (
		await make(
			`reportOutcome(input: { clientMutationId: "3", smeId: "${sme}", windowStart: "2023-01", windowEnd: "2023-12", covers: ["${engagement}"], claims: [{ metric: NEW_SALES, value: 98765432, currency: "USD" }] }) { id }`,
		)
	).id;
	const membership = (
		await make(
			`recordMembership(input: { clientMutationId: "4", smeId: "${sme}", instituteId: "america-makes", tierId: "america-makes-silver", note: "${SECRET}" }) { id }`,
		)
	).id;
	secretIds = { sme, engagement, outcome, membership };
});
afterAll(() => hub.close());

/**
 * Texts and figures of the confidential record; not its ids, which errors may echo from the request. Random ids have any
 * five digits within by chance, so the short figure is looked for where a number or a word begins.
 */
const TELLS = [new RegExp(SECRET), /\b98765/, /98765432/, /VN1AJFAD19J9/, /boss-2/];

function checkSilent(answer: unknown, what: string): void {
	const text = JSON.stringify(answer);
	for (const tell of TELLS)
		expect(tell.test(text), `${tell} in ${what}: ${text.slice(0, 600)}`).toBe(false);
}

/** Lists whose items do not depend on the confidential record: a few items cover all fields. */
const FEW = ["courses", "facilities", "technologies", "projects", "observations", "embeddings"];

/** Each query with the id of a confidential record as argument, in every position of every filter. */
function questions(): string[] {
	const root = schema.getQueryType() as GraphQLObjectType;
	return Object.values(root.getFields()).flatMap((field) => {
		const inner = getNamedType(field.type);
		if (!isObjectType(inner)) return `{ ${field.name} }`;
		const below = everything(inner, field.name === "traceTotals" ? 2 : 5);
		const needed = argumentsOf(field.args) || (FEW.includes(field.name) ? "(first: 3)" : "");
		const plain = `{ ${field.name}${needed} ${below} }`;
		const where = field.args.find((arg) => arg.name === "where");
		const whereType = where && getNamedType(where.type);
		const filters = isInputObjectType(whereType) ? Object.values(whereType.getFields()) : [];
		const rest = field.args
			.filter((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined)
			.map((arg) => `${arg.name}: ${literalOf(arg.type)}, `)
			.join("");
		const shallow = everything(inner, 2);
		return [
			plain,
			...filters.map(
				(filter) =>
					`{ ${field.name}(${rest}where: { ${filter.name}: ${literalOf(filter.type)} }) ${shallow} }`,
			),
			...(field.args.some((arg) => arg.name === "search")
				? [`{ ${field.name}(search: "scope") ${shallow} }`]
				: []),
		];
	});
}

it("is visible to its own center and the program office", async () => {
	for (const viewer of [ELSEWHERE, OFFICE]) {
		const { data } = await as(
			viewer,
			`{ sme(id: "${secretIds.sme}") { name outcomes { claims { value } } engagements { nodes { note } } } }`,
		);
		expect(JSON.stringify(data)).toContain(SECRET);
		expect(JSON.stringify(data)).toContain("98765432");
	}
});

it("is not found by any field of any query for others", async () => {
	const asked = [...new Set(questions())];
	expect(asked.length).toBeGreaterThan(60);
	for (const viewer of STRANGERS)
		for (const query of asked.map((body) => operation("query", body)))
			for (const id of query.includes("$id") ? Object.values(secretIds) : [""]) {
				const answer = await as(viewer, query, { id });
				const bad = answer.errors?.filter((error) =>
					/Cannot query|Syntax|INTERNAL/.test(JSON.stringify(error)),
				);
				expect(bad ?? [], query.slice(0, 200)).toEqual([]);
				checkSilent(answer, `${viewer.role}: ${query.slice(0, 200)}`);
			}
}, 240_000);

it("cannot be distinguished from a missing record by any mutation or filter", async () => {
	// registerSme takes no record id; it creates one.
	const mutations = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(
		(field) => field.name !== "registerSme",
	);
	const queries = [
		...mutations.map((field) => {
			const type = getNamedType(field.type);
			const selection = isObjectType(type) ? everything(type, 1) : "";
			return operation("mutation", `{ ${field.name}${argumentsOf(field.args)} ${selection} }`);
		}),
		"query($id: ID!) { trace(where: { smeIds: [$id] }) { totalCount } }",
		"query($id: ID!) { smes(where: { ids: [$id] }) { totalCount } }",
		"query($id: ID!) { sme(id: $id) { id } engagement(id: $id) { id } }",
		"query($id: ID!, $trace: ID!) { node(id: $id) { __typename id } trace: node(id: $trace) { id } }",
	];
	expect(mutations.length).toBeGreaterThan(10);
	for (const viewer of STRANGERS)
		for (const [index, secret] of Object.values(secretIds).entries()) {
			const nobody = ["sme_x", "eng_x", "out_x", "mem_x"][index] as string;
			const ask = (viewer: Viewer, query: string, id: string) =>
				as(viewer, query, {
					id,
					...(query.includes("$trace") && { trace: `${id}~TRAINING~oh-mep~` }),
				});
			for (const query of queries) {
				const answer = await ask(viewer, query, secret);
				checkSilent(answer, query);
				const same = await ask(viewer, query, nobody);
				const told = JSON.stringify(answer).replaceAll(secret, "x");
				expect(told).toBe(JSON.stringify(same).replaceAll(nobody, "x"));
			}
		}
}, 240_000);

it("is not found through _entities of any subgraph", async () => {
	const representations = [
		{ __typename: "Sme", id: secretIds.sme },
		{ __typename: "Engagement", id: secretIds.engagement },
		{ __typename: "Outcome", id: secretIds.outcome },
		{ __typename: "Membership", id: secretIds.membership },
		{ __typename: "Institute", id: "america-makes" },
		{ __typename: "MepCenter", id: "oh-mep" },
	];
	const engagements = hub.subgraphs.find((one) => one.name === "engagements") as Subgraph;
	const query =
		"query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Sme { id name identifiers { value } history { by } outcomes { id } traces { totalCount } engagements { totalCount } } ... on Engagement { id note history { by } sme { name } } ... on Outcome { id claims { value } covers { id } } ... on Membership { note } ... on Institute { memberships { totalCount nodes { note } } } ... on MepCenter { engagements(first: 200) { totalCount nodes { id note sme { name } } } traces { totalCount nodes { id } } } } }";
	for (const viewer of STRANGERS) {
		const { data, errors } = await engagements.execute({
			query,
			variables: { representations },
			viewer,
			requestId: "test",
		});
		expect(errors).toBeUndefined();
		checkSilent(data, viewer.role);
		expect((data as { _entities: unknown[] })._entities.slice(0, 5)).toEqual([
			null,
			null,
			null,
			null,
			{ memberships: { totalCount: 0, nodes: [] } },
		]);
	}
});
