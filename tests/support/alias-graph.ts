import type { Grant } from "../../shared/registry.ts";
import { memoryRegistry } from "./memory-registry.ts";
import { type Own, startPartnerHub } from "./partner-hub.ts";
import { LINK, startPartner, version } from "./partner-server.ts";

/** The hub's own part: values that differ from each other in every field, and one field that fails. */
const OWN_GRAPH = `${LINK}type Query { smes: [Sme!]! sme(id: ID!): Sme lab: Lab mixed: [Mixed!]! named: [Named!]! }
interface Named { id: ID! name: String! }
union Mixed = Sme | Lab | Engagement
type Lab implements Named @key(fields: "id") { id: ID! name: String! smes: [Sme!]! strict: String! }
type Sme implements Named @key(fields: "id") {
	id: ID! name: String! state: String! city: String owner: Owner size: Int!
	broken: String fragile: Fragile engagements(first: Int = 3): Engagements!
}
type Owner { id: ID! phone: String place: String }
type Fragile { name: String strict: String! }
type Engagements { nodes: [Engagement!]! totalCount: Int! }
type Engagement @key(fields: "id") { id: ID! kind: String! startedOn: String }`;

const ENGAGEMENTS = [0, 1, 2].map((number) => ({
	__typename: "Engagement",
	id: `eng_${number}`,
	kind: `KIND_${number}`,
	startedOn: `2026-01-0${number + 1}`,
}));
const SMES = ["a", "b", "c"].map((id, size) => ({
	__typename: "Sme",
	id,
	name: `Maker ${id}`,
	state: `State ${id}`,
	city: id === "b" ? null : `City ${id}`,
	owner: id === "c" ? null : { id: `owner_${id}`, phone: `555-${id}`, place: `Place ${id}` },
	size,
	fragile: { name: `Fragile ${id}`, strict: id === "a" ? "whole" : null },
}));
const LAB = { __typename: "Lab", id: "lab_1", name: "The lab", smes: SMES, strict: "strict" };
const smeOf = ({ id }: { id: string }) => SMES.find((sme) => sme.id === id) ?? null;

const own: Own = {
	sdl: OWN_GRAPH,
	resolvers: {
		Query: {
			smes: () => SMES,
			sme: (_: unknown, args: { id: string }) => smeOf(args),
			lab: () => LAB,
			mixed: () => [SMES[0], LAB, ENGAGEMENTS[1]],
			named: () => [LAB, SMES[1]],
		},
		Sme: {
			__resolveReference: smeOf,
			broken({ id }: { id: string }) {
				throw new Error(`no ${id}`);
			},
			engagements: (_: unknown, { first }: { first: number }) => ({
				nodes: ENGAGEMENTS.slice(0, first),
				totalCount: first * 10,
			}),
		},
		Lab: { __resolveReference: () => LAB },
		Engagement: {
			__resolveReference: ({ id }: { id: string }) => ENGAGEMENTS.find((one) => one.id === id),
		},
	},
};

/** What the partner adds: fields that require others' values, lists with arguments, and a union of unlike types. */
export const YO_GRAPH = `${LINK}type Query { yoItems: [YoItem!]! }
type Sme @key(fields: "id") {
	id: ID! state: String! @external city: String @external owner: Owner @external
	engagements(first: Int = 3): Engagements! @external
	yoNear: String @requires(fields: "state city")
	yoPhone: String @requires(fields: "owner { phone }")
	yoFirst: Int @requires(fields: "engagements(first: 1) { totalCount }")
	yoCode: String! yoFails: String yoItems(first: Int = 2): [YoItem!]!
}
type Owner { phone: String @external }
type Engagements { totalCount: Int! @external }
type Engagement @key(fields: "id") { id: ID! yoNote: String! }
union YoItem = YoBook | YoTool
interface YoNamed { label: String }
type YoBook implements YoNamed @key(fields: "code") { code: Int! label: String! pages: Int! about: YoAbout! }
type YoTool implements YoNamed @key(fields: "code") { code: ID label: String pages: Int about: YoAbout }
type YoAbout { text: String! parts: [YoPart!]! }
type YoPart { number: Int! word: String }`;

const about = (text: string) => ({
	text,
	parts: [
		{ number: 0, word: "zero" },
		{ number: 1, word: null },
	],
});
const ITEMS = [
	{ __typename: "YoBook", code: 0, label: "", pages: 0, about: about("book") },
	{ __typename: "YoTool", code: "0", label: null, pages: 7, about: about("tool") },
	{ __typename: "YoTool", code: "t2", label: "Saw", pages: 0, about: null },
];
type Sent = Record<string, never> & {
	owner?: { phone: string };
	engagements?: { totalCount: number };
};
const yoResolvers = {
	Query: { yoItems: () => ITEMS },
	Sme: {
		yoNear: ({ state, city }: Sent) => `near ${state}, ${city}`,
		yoPhone: ({ owner }: Sent) => `tel ${owner?.phone}`,
		yoFirst: ({ engagements }: Sent) => engagements?.totalCount,
		yoCode: ({ id }: Sent) => `yo-${id}`,
		yoFails: ({ id }: Sent) => {
			if (String(id) === "b") throw new Error("yo failed");
			return `fails not for ${id}`;
		},
		yoItems: (_: Sent, { first }: { first: number }) => ITEMS.slice(0, first),
	},
	Engagement: { yoNote: ({ id }: Sent) => `note on ${id}` },
};

/** Another partner, whose field requires one of the first. */
const AP_GRAPH = `${LINK}type Sme @key(fields: "id") {
	id: ID! yoNear: String @external apRank: String @requires(fields: "yoNear")
}`;
const apResolvers = { Sme: { apRank: ({ yoNear }: { yoNear: string }) => `rank of ${yoNear}` } };

const grant = (type: string, field: string): Grant => ({
	id: `${type}.${field}`,
	partnerId: "yo",
	kind: "REQUIRES_FIELD",
	type,
	field,
	purpose: "To show what is near",
	consumer: "yo",
	expiresAt: null,
});
export const GRANTS = [
	grant("Sme", "state"),
	grant("Sme", "city"),
	grant("Sme", "owner"),
	grant("Owner", "phone"),
	grant("Sme", "engagements"),
	grant("Engagements", "totalCount"),
];
const AP_GRANTS = [grant("Sme", "yoNear")];

/** A hub with one partner whose fields lean on the hub's; no call of it is refused for there being many. */
export async function startAliasGraph(
	more: { grants?: Grant[]; options?: Parameters<typeof startPartnerHub>[1] } = {},
) {
	const registry = memoryRegistry();
	const partner = await startPartner(YO_GRAPH, yoResolvers);
	const quota = {
		timeoutMs: 30_000,
		concurrency: 100,
		maxBytes: 1_000_000,
		maxDepth: 100,
		requestsPerMinute: 1_000_000,
	};
	const served = version(partner.url, { name: "yo", partnerId: "yo", sdl: YO_GRAPH, quota });
	const other = await startPartner(AP_GRAPH, apResolvers);
	registry.versions = [
		{ ...served, grants: more.grants ?? GRANTS },
		version(other.url, { name: "ap", partnerId: "ap", sdl: AP_GRAPH, quota, grants: AP_GRANTS }),
	];
	const hub = await startPartnerHub(registry, { own, ...more.options });
	return {
		registry,
		partner,
		/** The second partner's server. */
		other,
		hub,
		async close() {
			await hub.close();
			await partner.close();
			await other.close();
		},
	};
}

export type AliasGraph = Awaited<ReturnType<typeof startAliasGraph>>;
