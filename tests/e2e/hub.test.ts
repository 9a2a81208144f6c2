import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	ask,
	type Hub,
	SEEDS,
	seededFolder,
	startEmbedded,
	startProcesses,
} from "../support/hub.ts";
import { queries } from "../support/queries.ts";

let embedded: Hub;
let processes: Awaited<ReturnType<typeof startProcesses>>;
let statements: string[] = [];
beforeAll(async () => {
	const dataDir = await seededFolder();
	embedded = await startEmbedded(dataDir, (statement) => statements.push(statement));
	processes = await startProcesses(dataDir);
}, 120_000);
afterAll(async () => {
	await embedded.close();
	await processes.close();
});

describe("in one process and as four", () => {
	it.each(queries)("the same answer: %s", async (name, query) => {
		const [one, four] = await Promise.all([ask(embedded, query), ask(processes, query)]);
		expect(four).toEqual(one);
		const codes = one.body.errors?.map((error) => error.extensions.code);
		expect(codes).toEqual(name.startsWith("bad ") ? ["BAD_USER_INPUT"] : undefined);
	});
});

it("an alias that is the name of a key is answered with the field that it stands for", async () => {
	const ofCenter = (fields: string) =>
		ask(embedded, `{ mepCenter(id: "ga-mep") { ${fields} engagements(first: 1) { totalCount } } }`);
	const plain = (await ofCenter("hostOrganization")).body.data as never as {
		mepCenter: { hostOrganization: string; engagements: object };
	};
	const { hostOrganization: id, engagements } = plain.mepCenter;
	expect(id).not.toBe("ga-mep");
	expect((await ofCenter("id: hostOrganization")).body).toEqual({
		data: { mepCenter: { id, engagements } },
	});
});

it("an error in a part of a filter that another subgraph owns is reported with its path", async () => {
	const { body } = await ask(
		embedded,
		'{ trace(where: { institute: { networkIds: ["nowhere"] } }) { totalCount } }',
	);
	expect(body.errors?.[0]).toMatchObject({
		message: 'where.institute.networkIds: there is no Network with the id "nowhere"',
		extensions: { argument: "where.institute.networkIds" },
	});
});

it("an invalid variable is a client error", async () => {
	const query = "query($first: Int!) { mepCenters(first: $first) { totalCount } }";
	for (const hub of [embedded, processes]) {
		const { body } = await ask(hub, query, { first: "ten" });
		expect(body.errors?.[0]).toMatchObject({
			message: expect.stringMatching(/^Variable "\$first" got invalid value "ten"/),
			extensions: {
				code: "BAD_USER_INPUT",
				fields: [{ path: "first", message: expect.stringMatching(/^Int cannot represent/) }],
			},
		});
		const log = "mutation($input: LogEngagementInput!) { logEngagement(input: $input) { id } }";
		const input = { clientMutationId: "x", smeId: "x", kind: "FACILITY_ACCESS", hours: "NaN" };
		const { errors } = (await ask(hub, log, { input })).body;
		expect(errors?.[0]?.extensions).toMatchObject({
			code: "BAD_USER_INPUT",
			fields: [{ path: "input.hours", message: expect.stringMatching(/^Float cannot represent/) }],
		});
	}
});

describe("correct results about real organizations", () => {
	it("has every row of the seed files", async () => {
		const { body } = await ask(
			embedded,
			"{ institutes { totalCount } mepCenters { totalCount } facilities { totalCount } courses { totalCount } embeddings { totalCount } engagements { totalCount } }",
		);
		expect(Object.values(body.data ?? {}).map(({ totalCount }) => totalCount)).toEqual([
			22, 51, 37, 39, 12, 85,
		]);
	});

	it("finds Georgia's manufacturers of university-hosted centers", async () => {
		const { body } = await ask(
			embedded,
			'{ trace(where: { smeStates: ["US-GA"], center: { hostKinds: [UNIVERSITY] } }) { nodes { sme { name } center { id } } } }',
		);
		expect(body.data?.trace).toEqual({
			nodes: ["Kason Industries", "Windham Castings", "World Technology Ingredients"].map(
				(name) => ({ sme: { name }, center: { id: "ga-mep" } }),
			),
		});
	});

	it("never invents a missing center or institute", async () => {
		const { body } = await ask(
			embedded,
			"{ engagements(first: 200) { nodes { center { id } institute { id } } } }",
		);
		const { engagements } = body.data as unknown as {
			engagements: { nodes: Array<{ center: object | null; institute: object | null }> };
		};
		const { nodes } = engagements;
		expect(nodes).toHaveLength(85);
		expect(
			nodes.filter(({ center, institute }) => (center === null) === (institute === null)),
		).toEqual([]);
	});
});

it("a node has the same content as in its lists, in every subgraph", async () => {
	const lists = `{
		institutes(where: { ids: ["america-makes"] }) { nodes { __typename id name mission sponsor { __typename id name } calls { __typename id name } roadmap { __typename id nativeName } tiers { entitlements { __typename id right } } } }
		networks { __typename id country } indicators { __typename id group } documents { __typename id title } doubts { __typename id what documents }
		observations(first: 2) { nodes { __typename id property asPrinted source { document } doubts { id } } } facilities(first: 1) { nodes { __typename id capability } }
		mepCenters(where: { ids: ["ma-massmep"] }) { nodes { __typename id host: hostOrganization awards { __typename id amount { amount } } observations { __typename id value } } }
		embeddings(first: 1) { nodes { __typename id kind } } smes(first: 1) { nodes { __typename id name isSmall } } changes(first: 1) { nodes { __typename id recordId } }
		trace(first: 1, where: { calendarYears: [2018] }) { nodes { __typename id engagementCount sme { name } engagements { nodes { id } } } }
	}`;
	type Item = { __typename: string; id: string } & Record<string, unknown>;
	const items: Item[] = [];
	const note = (value: unknown): void => {
		if (typeof value !== "object" || value === null) return;
		if ("__typename" in value) items.push(value as Item);
		for (const inner of Object.values(value)) note(inner);
	};
	note((await ask(embedded, lists)).body.data);
	expect(new Set(items.map(({ __typename }) => __typename)).size).toBeGreaterThan(15);
	for (const item of items.filter(
		(one, index) => index < 4 || one.__typename !== items[index - 4]?.__typename,
	)) {
		const fields = Object.keys(item).filter((name) => typeof item[name] !== "object");
		const aliased = fields.map((name) => (name === "host" ? "host: hostOrganization" : name));
		const { body } = await ask(
			embedded,
			`query($id: ID!) { node(id: $id) { ... on ${item.__typename} { ${aliased.join(" ")} } } }`,
			{ id: item.id },
		);
		expect(body).toEqual({
			data: { node: Object.fromEntries(fields.map((name) => [name, item[name]])) },
		});
	}
});

it("every type with an id is a Node, except Source", () => {
	const schema = buildSchema(readFileSync(join(SEEDS, "../../docs/api.graphql"), "utf8"));
	const registry = readFileSync(join(SEEDS, "../../subgraphs/registry/schema.graphql"), "utf8");
	const others = Object.values(schema.getTypeMap()).filter(
		(type) =>
			isObjectType(type) &&
			type.getFields().id &&
			type.getInterfaces().length === 0 &&
			!registry.includes(`type ${type.name}\n`) &&
			!registry.includes(`type ${type.name} {`),
	);
	expect(others.map(({ name }) => name)).toEqual(["MergedSme", "Source"]);
});

describe("SQL for a federated query", () => {
	it("uses one statement per batch of entities, and none for those in memory", async () => {
		await ask(embedded, '{ mepCenter(id: "ga-mep") { id } institute(id: "mxd") { id } }');
		statements = [];
		await ask(
			embedded,
			'{ sme(id: "sme_vartega-inc-co") { name engagements { nodes { kind center { name } institute { name } } } } }',
		);
		expect(statements).toHaveLength(2);
		statements = [];
		await ask(
			embedded,
			"{ mepCenters { nodes { name engagements(first: 10) { nodes { sme { name } } } } } }",
		);
		expect(statements).toHaveLength(3);
		statements = [];
		await ask(
			embedded,
			"{ trace(first: 200) { nodes { sme { name } center { name } institute { name sponsor { id } } } } }",
		);
		expect(statements).toHaveLength(2);
		statements = [];
		await ask(
			embedded,
			'{ node(id: "mxd") { id ... on Institute { name traces { totalCount } } } }',
		);
		expect(statements).toHaveLength(5);
	});
});

it("every type, field, argument and value of the API has a description", () => {
	const schema = buildSchema(readFileSync(join(SEEDS, "../../docs/api.graphql"), "utf8"));
	const bare: string[] = [];
	for (const type of Object.values(schema.getTypeMap())) {
		if (
			type.name.startsWith("__") ||
			["Query", "Mutation", "Int", "Float", "String", "Boolean", "ID"].includes(type.name)
		)
			continue;
		if (!type.description) bare.push(type.name);
	}
	for (const type of Object.values(schema.getTypeMap())) {
		if (type.name.startsWith("__")) continue;
		if (isEnumType(type))
			bare.push(
				...type
					.getValues()
					.filter((value) => !value.description)
					.map((value) => `${type.name}.${value.name}`),
			);
		if (!isObjectType(type) && !isInputObjectType(type) && !isInterfaceType(type)) continue;
		for (const field of Object.values(type.getFields())) {
			if (!field.description) bare.push(`${type.name}.${field.name}`);
			for (const arg of isObjectType(type) ? (type.getFields()[field.name]?.args ?? []) : [])
				if (!arg.description) bare.push(`${type.name}.${field.name}(${arg.name})`);
		}
	}
	expect(bare).toEqual([]);
});

describe("the web pages", () => {
	it("serve GraphiQL with the examples and the console, without other origins", async () => {
		const page = await (await fetch(`${processes.url}/graphiql`)).text();
		expect(page).toContain("university hosts");
		const start = await fetch(`${processes.url}/`);
		const console = await start.text();
		expect([start.url, start.status]).toEqual([`${processes.url}/`, 200]);
		expect(console).toMatch(/<script[^>]+src="[^"]*assets\//);
		for (const one of [page, console])
			expect(one).not.toMatch(/<(script|link)[^>]+(src|href)="https?:/);
	});

	it("report liveness and readiness", async () => {
		expect((await fetch(`${embedded.url}/health/live`)).status).toBe(200);
		expect(await (await fetch(`${processes.url}/health/ready`)).json()).toEqual({
			status: "ready",
		});
	});
});

describe("a subgraph that crashes", () => {
	it("only affects its own fields, and is named in the error", async () => {
		processes.parts.mep?.kill("SIGKILL");
		await new Promise((done) => processes.parts.mep?.on("exit", done));
		const { body } = await ask(
			processes,
			'{ engagements(first: 1, where: { centerIds: ["ga-mep"] }) { nodes { sme { name } center { name } } } institute(id: "mxd") { name } }',
		);
		expect(body.data).toEqual({
			engagements: { nodes: [{ sme: { name: "World Technology Ingredients" }, center: null }] },
			institute: { name: "MxD" },
		});
		expect(body.errors?.[0]).toMatchObject({
			extensions: { code: "UNAVAILABLE", subgraph: "mep" },
		});
		const filtered = await ask(
			processes,
			'{ trace(where: { center: { states: ["US-GA"] } }) { totalCount } }',
		);
		expect(filtered.body.errors?.[0]).toMatchObject({
			message: expect.stringMatching(/^The mep subgraph cannot be reached/),
			extensions: { code: "UNAVAILABLE", subgraph: "mep" },
		});
		const ready = await fetch(`${processes.url}/health/ready`);
		expect([ready.status, await ready.json()]).toEqual([
			200,
			{
				status: "degraded",
				subgraphs: { mep: expect.stringMatching(/^it does not respond \([A-Z_]+\)$/) },
			},
		]);
	});
});
