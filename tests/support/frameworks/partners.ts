import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { GrantKind } from "../../../shared/registry.ts";
import { ROOT } from "../paths.ts";
import { DGS, GQLGEN, HOTCHOCOLATE, STRAWBERRY } from "./manners.ts";
import type { Manner } from "./server.ts";

/** A partner that uses a framework: what it serves, what it is allowed, and what the hub is asked. */
export type FrameworkPartner = {
	id: string;
	framework: string;
	sdl: string;
	manner: Manner;
	resolvers: object;
	grants: Array<{ kind: GrantKind; type: string; field?: string }>;
	/** What it is shown by, the query, and the data of its answer. */
	questions: Array<[title: string, query: string, data: object]>;
	/** A query of which the server fails one field; the data, and the places of the errors. */
	failing: [query: string, data: object, paths: unknown[]];
};

const read = (name: string) =>
	readFileSync(join(ROOT, "tests/fixtures/partners", `${name}.graphql`), "utf8");

const fail = () => {
	throw new Error("connection to database 10.0.0.7 refused");
};

type Asked = Record<string, never>;

const apprentice = (id: string) => ({
	__typename: "Apprentice",
	id,
	badge: { issuer: "GA", number: Number(id) },
	name: id === "3" ? null : `Apprentice ${id}`,
});

export const PARTNERS: FrameworkPartner[] = [
	{
		id: "berry",
		framework: "strawberry",
		sdl: read("strawberry"),
		manner: STRAWBERRY,
		grants: [
			{ kind: "REQUIRES_FIELD", type: "Sme", field: "address" },
			{ kind: "REQUIRES_FIELD", type: "Address", field: "city" },
		],
		resolvers: {
			Query: {
				berryMentions: () => [apprentice("1"), { __typename: "Workshop", title: "Welding" }],
				berryApprentice: (_: unknown, { id }: { id: string }) =>
					id === "0" ? fail() : apprentice(id),
			},
			Mention: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
			Apprentice: {
				__resolveReference: ({ id, badge }: { id?: string; badge?: { number: number } }) =>
					/^\d+$/.test(String(id ?? badge?.number))
						? apprentice(String(id ?? badge?.number))
						: null,
			},
			Sme: {
				__resolveReference: (asked: Asked) => (/^[ab]$/.test(asked.id ?? "") ? asked : null),
				berryShipping: ({ address }: { address: { city: string } }) => `to ${address.city}`,
				berryApprentices: ({ id }: { id: string }) => (id === "a" ? [apprentice("3")] : []),
			},
		},
		questions: [
			[
				"@requires with nested fields, and a null inside a list",
				'{ sme(id: "a") { berryShipping berryApprentices { id name badge { issuer number } } } }',
				{
					sme: {
						berryShipping: "to Macon",
						berryApprentices: [{ id: "3", name: null, badge: { issuer: "GA", number: 3 } }],
					},
				},
			],
			[
				"a union of an entity and another type",
				'{ berryMentions(of: "a") { __typename ... on Apprentice { name } ... on Workshop { title startsOn } } }',
				{
					berryMentions: [
						{ __typename: "Apprentice", name: "Apprentice 1" },
						{ __typename: "Workshop", title: "Welding", startsOn: null },
					],
				},
			],
		],
		failing: [
			'{ good: berryApprentice(id: "1") { name } bad: berryApprentice(id: "0") { name } }',
			{ good: { name: "Apprentice 1" }, bad: null },
			[["bad"]],
		],
	},
	{
		id: "gen",
		framework: "gqlgen",
		sdl: read("gqlgen"),
		manner: GQLGEN,
		grants: [{ kind: "SHAREABLE", type: "Sme", field: "name" }],
		resolvers: {
			Query: {
				genTest: (_: unknown, { id }: { id: string }) =>
					id === "0" ? fail() : { __typename: "GenLeakTest", id, passed: null, pascals: 7 },
			},
			GenTest: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
			GenTensileTest: { __resolveReference: () => null },
			GenLeakTest: { __resolveReference: () => null },
			Sme: {
				__resolveReference: (asked: Asked) => (/^[ab]$/.test(asked.id ?? "") ? asked : null),
				genTests: ({ id }: { id: string }) =>
					id === "a"
						? [{ __typename: "GenTensileTest", id: "t1", passed: true, newtons: 1.5 }]
						: [],
			},
			Lab: {
				__resolveReference: (asked: Asked) => (asked.code === "LL" ? asked : null),
				genBench: ({ code, state }: Asked, { kind }: { kind: string }) => ({
					lab: { code, state },
					slot: 2,
					kind,
					busyWith: { id: "b", name: "Maker b, as the bench has it" },
				}),
			},
			GenBench: { __resolveReference: () => null },
		},
		questions: [
			[
				"a composite key of the hub's, with an argument's default, and @provides",
				"{ sites { ... on Lab { title genBench { slot kind lab { code state } busyWith { id name } } } } }",
				{
					sites: [
						{
							title: "Laser lab",
							genBench: {
								slot: 2,
								kind: "LASER",
								lab: { code: "LL", state: "GA" },
								busyWith: { id: "b", name: "Maker b, as the bench has it" },
							},
						},
						{},
					],
				},
			],
			[
				"an interface over its own entities",
				'{ sme(id: "a") { genTests { __typename id passed ... on GenTensileTest { newtons } } } genTest(id: "x") { passed ... on GenLeakTest { pascals } } }',
				{
					sme: {
						genTests: [{ __typename: "GenTensileTest", id: "t1", passed: true, newtons: 1.5 }],
					},
					genTest: { passed: null, pascals: 7 },
				},
			],
		],
		failing: [
			'{ smes { name } genTest(id: "0") { id } }',
			{ smes: [{ name: "Maker a" }, { name: "Maker b" }], genTest: null },
			[["genTest"]],
		],
	},
	{
		id: "choc",
		framework: "hotchocolate",
		sdl: read("hotchocolate"),
		manner: HOTCHOCOLATE,
		grants: [
			{ kind: "INTERFACE_OBJECT", type: "Site" },
			{ kind: "OVERRIDE", type: "Sme", field: "legacyRating" },
		],
		resolvers: {
			Query: {
				chocTour: (_: unknown, { id }: { id: string }) =>
					id === "0" ? fail() : { id, minutes: 30, guide: null, site: { id: "l1" } },
			},
			Site: {
				__resolveReference: (asked: Asked) => (/^[lo]1$/.test(asked.id ?? "") ? asked : null),
				chocTours: ({ id }: Asked) => [{ id: `${id}-1`, minutes: 45, guide: "Ann", site: { id } }],
				chocRating: ({ id }: { id: string }) => (id === "l1" ? "EXCELLENT" : null),
			},
			ChocTour: { __resolveReference: () => null },
			Sme: {
				__resolveReference: (asked: Asked) => (/^[ab]$/.test(asked.id ?? "") ? asked : null),
				legacyRating: () => 5,
			},
		},
		questions: [
			[
				"@interfaceObject: fields of every site",
				"{ sites { id title chocRating chocTours(first: 1) { id minutes guide } } }",
				{
					sites: [
						{
							id: "l1",
							title: "Laser lab",
							chocRating: "EXCELLENT",
							chocTours: [{ id: "l1-1", minutes: 45, guide: "Ann" }],
						},
						{
							id: "o1",
							title: "Head office",
							chocRating: null,
							chocTours: [{ id: "o1-1", minutes: 45, guide: "Ann" }],
						},
					],
				},
			],
			[
				"the way back from it to the hub's own type",
				'{ chocTour(id: "t") { minutes guide site { __typename title } } }',
				{
					chocTour: { minutes: 30, guide: null, site: { __typename: "Lab", title: "Laser lab" } },
				},
			],
			[
				"@override: its answer in the owner's place",
				'{ sme(id: "b") { name legacyRating } }',
				{ sme: { name: "Maker b", legacyRating: 5 } },
			],
		],
		failing: [
			'{ sites { title } chocTour(id: "0") { id } }',
			{ sites: [{ title: "Laser lab" }, { title: "Head office" }], chocTour: null },
			[["chocTour"]],
		],
	},
	{
		id: "dgs",
		framework: "dgs",
		sdl: read("dgs"),
		manner: DGS,
		grants: [
			{ kind: "REQUIRES_FIELD", type: "Sme", field: "revenue" },
			{ kind: "USE_ENUM", type: "Unit" },
		],
		resolvers: {
			Query: {
				dgsNews: (_: unknown, { filter }: { filter: { kinds: string[] } }) =>
					filter.kinds.map((kind) =>
						kind === "LOAN"
							? { __typename: "DgsLoan", id: "1", months: 12, term: { months: 12 } }
							: { __typename: "DgsAward", title: "Prize" },
					),
			},
			DgsNews: { __resolveType: ({ __typename }: { __typename: string }) => __typename },
			DgsAward: {
				amount: (_: unknown, { currency }: { currency: string }) =>
					currency === "EUR" ? fail() : 500,
			},
			DgsLoan: { __resolveReference: () => null },
			Sme: {
				__resolveReference: (asked: Asked) => (/^[ab]$/.test(asked.id ?? "") ? asked : null),
				dgsCredit: ({ revenue }: { revenue: number }) => `up to ${revenue * 2}`,
			},
		},
		questions: [
			[
				"@requires with an argument, beside the same field with another",
				'{ sme(id: "a") { dgsCredit revenue(unit: USD) inEuros: revenue(unit: EUR) } }',
				{ sme: { dgsCredit: "up to 18", revenue: 10, inEuros: 9 } },
			],
			[
				"a nullable list of a union, defaults of inputs, a scalar of its own",
				"{ dgsNews { __typename ... on DgsLoan { months term } ... on DgsAward { title amount } } }",
				{
					dgsNews: [
						{ __typename: "DgsLoan", months: 12, term: { months: 12 } },
						{ __typename: "DgsAward", title: "Prize", amount: 500 },
					],
				},
			],
		],
		failing: [
			"{ dgsNews(filter: { kinds: [AWARD] }) { ... on DgsAward { title amount(currency: EUR) } } }",
			{ dgsNews: [{ title: "Prize", amount: null }] },
			[["dgsNews", 0, "amount"]],
		],
	},
];
