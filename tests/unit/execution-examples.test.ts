import { expect, it } from "vitest";
import { disturbing } from "../support/federation/disturbances.ts";
import { INTERFACE_OBJECTS, NO_TYPES } from "../support/federation/graphs/abstract.ts";
import { type GraphSource, LINK } from "../support/federation/graphs/graph.ts";
import { KEYS, MASHED_KEYS } from "../support/federation/graphs/keys.ts";
import { REQUIRED_ARGUMENTS, REQUIRES } from "../support/federation/graphs/requires.ts";
import { MUTATIONS, SHARED } from "../support/federation/graphs/values.ts";
import { openGraph } from "../support/federation/open-graph.ts";

const SOUND = { seed: 0, nulls: 0, broken: 0, failing: 0 };

/** Found by `execution-property.test.ts` or by the public audit; Apollo's gateway answers these wrongly. */
it.each<[what: string, source: GraphSource, query: string]>([
	[
		"a @requires with arguments beside the client's own",
		REQUIRED_ARGUMENTS,
		'{ items { dollars price net: price(net: true, currency: "JPY") } }',
	],
	[
		"several @requires of one field with different arguments",
		REQUIRED_ARGUMENTS,
		'{ items { dollars yen plain list kindly free(note: "a") euros } }',
	],
	[
		"a key that cannot be resolved before one that can",
		MASHED_KEYS,
		"{ b { a { name nameInB } } }",
	],
	[
		"the type of an object to which another subgraph adds by its interface",
		INTERFACE_OBJECTS,
		"{ users { posts { __typename } ... on Account { __typename } id } }",
	],
	[
		"objects that are known by their interface only",
		INTERFACE_OBJECTS,
		"{ users { fans { __typename name } __typename } }",
	],
	[
		"a mutation whose last field stands in a fragment",
		MUTATIONS,
		'mutation { addLeft { number } ...Touching } fragment Touching on Mutation { touch(id: "a") { size } addLeft { steps } }',
	],
])("is right, and Apollo's gateway is not: %s", async (_, source, query) => {
	const graph = await openGraph(source);
	for (let seed = 0; seed < 5; seed++) {
		const asked = { query, variables: {} };
		const expected = await graph.unfederated(asked, { ...SOUND, seed });
		const { result } = await graph.ours(asked, { ...SOUND, seed });
		expect(JSON.stringify(result)).toBe(JSON.stringify(expected));
	}
	const all = [0, 1, 2, 3, 4].map(async (seed) => {
		const asked = { query, variables: {} };
		const { result } = await graph.apollos(asked, { ...SOUND, seed });
		const expected = await graph.unfederated(asked, { ...SOUND, seed });
		return JSON.stringify(result.data) === JSON.stringify(expected.data);
	});
	expect(await Promise.all(all)).toContain(false);
});

it("gives an error its object's index, also where an object before it is null", async () => {
	const graph = await openGraph(KEYS);
	const asked = { query: "{ products { owner { badge best { id } } } }", variables: {} };
	const settings = { seed: 99360, nulls: 0, broken: 0, failing: 10 };
	const { result } = await graph.ours(asked, settings);
	const badges = result.errors?.filter(({ message }) => message.includes("badge"));
	expect(badges?.map(({ path }) => path)).toEqual([["products", 2, "owner", "badge"]]);
	expect(JSON.stringify(result.data)).toMatch(/\{"products":\[\{"owner":null\},.*"badge":null/);
	const { result: apollos } = await graph.apollos(asked, settings);
	const wrong = apollos.errors?.find(({ message }) => message.includes("badge"));
	expect(wrong?.path).toEqual(["products", 1, "owner", "badge"]);
});

it("refuses a wrong value, and says so where there is no other error", async () => {
	const graph = await openGraph(SHARED);
	const asked = { query: "{ shared { three { __typename } both } }", variables: {} };
	const disturb = disturbing(
		["first", "second", "third"],
		[{ subgraph: 2, fault: "has_wrong_values" }],
	);
	const { result } = await graph.ours(asked, SOUND, disturb);
	expect(JSON.stringify(result.data)).toContain('"both":null');
	expect(result.extensions?.valueCompletion).toMatchObject([
		{ message: "Invalid value found for field Shared.both.", path: ["shared", "both"] },
	]);
});

it("takes over nothing that a subgraph was not asked", async () => {
	const graph = await openGraph(REQUIRES);
	const asked = { query: "{ parcels { id bill stamp } }", variables: {} };
	const { result } = await graph.ours(asked, SOUND, (_, transport) => ({
		async process(options) {
			const answer = await transport.process(options);
			const { _entities: entities } = answer.data as { _entities?: object[] };
			for (const one of entities ?? []) Object.assign(one, { id: "made up", label: "made up" });
			return answer;
		},
	}));
	const ids = (data: unknown) =>
		(data as { parcels: Array<{ id: string }> }).parcels.map(({ id }) => id);
	const { data } = await graph.unfederated(asked, SOUND);
	expect(ids(result.data)).toEqual(ids(data));
});

it("calls a field by its own name in errors of what a @requires asked", async () => {
	const graph = await openGraph(REQUIRED_ARGUMENTS);
	const asked = { query: "{ items { yen } }", variables: {} };
	const { result } = await graph.ours(asked, SOUND, (name, transport) => ({
		async process(options) {
			const answer = await transport.process(options);
			const [own = ""] = options.request.query.match(/_hubRequired\d+/) ?? [];
			return name === "shop"
				? { ...answer, errors: [{ message: "no price", path: ["items", 0, own] }] }
				: answer;
		},
	}));
	expect(result.errors?.map(({ path }) => path)).toEqual([["items", 0, "price"]]);
});

it("answers with an error, not with null, what no subgraph can answer", async () => {
	const graph = await openGraph(NO_TYPES);
	const { result } = await graph.ours({ query: "{ a { field } }", variables: {} }, SOUND);
	expect(result).toMatchObject({ errors: [{ message: "No subgraph can answer this operation" }] });
	expect(result.data).toBeUndefined();
});

it("keeps a client's variable apart from the planner's own of the same name", async () => {
	const graph = await openGraph(KEYS);
	const query = `query ($representations: Int, $currency: Currency) {
		products { id amount similar(first: $representations) { id price(currency: $currency) } }
	}`;
	const asked = { query, variables: { representations: 2, currency: "USD" } };
	const expected = await graph.unfederated(asked, SOUND);
	const { result, asked: sent } = await graph.ours(asked, SOUND);
	expect(JSON.stringify(result)).toBe(JSON.stringify(expected));
	for (const one of sent) expect([...one.matchAll(/\$representations:/g)].length).toBeLessThan(2);
});

it("knows a fragment of a mutation's root also below it", async () => {
	const graph = await openGraph({
		one: `${LINK}
			type Query { name: String }
			type Mutation { add: Int again: Mutation }`,
	});
	const query = "mutation { ...Adding again { ...Adding } } fragment Adding on Mutation { add }";
	const asked = { query, variables: {} };
	const { result } = await graph.ours(asked, SOUND);
	expect(JSON.stringify(result)).toBe(JSON.stringify(await graph.unfederated(asked, SOUND)));
});
