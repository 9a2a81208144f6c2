import { type GraphSource, LINK } from "./graph.ts";

/** Interfaces and unions of entities, whose members not every subgraph knows; their fields have unlike types. */
export const ABSTRACT: GraphSource = {
	media: `${LINK}
		type Query { media: [Media] one: Media any: [Any!]! some: Any node(id: ID!): Node nodes: [[Node!]!]! }
		interface Node { id: ID! }
		interface Media implements Node { id: ID! title: String! parts(first: Int = 1): [Media!] }
		type Book implements Media & Node @key(fields: "id") {
			id: ID! title: String! parts(first: Int = 1): [Media!] pages: Int! author: Author about: About
		}
		type Film implements Media & Node @key(fields: "id") {
			id: ID! title: String! parts(first: Int = 1): [Media!] minutes: Int about: About
		}
		type Song implements Node @key(fields: "id") { id: ID! label: String pages: String }
		type Author implements Node @key(fields: "id") { id: ID! }
		union Any = Book | Film | Song | Author
		union About = Book | Author`,
	people: `${LINK}
		type Query { people: [Named] }
		interface Named { name: String }
		type Author implements Named @key(fields: "id") { id: ID! name: String works: [Work!] rival: Author }
		type Shop implements Named @key(fields: "id") { id: ID! name: String sells: Work }
		union Work = Book | Film
		type Book @key(fields: "id") { id: ID! }
		type Film @key(fields: "id") { id: ID! }`,
	reviews: `${LINK}
		type Query { reviews: [Review!] }
		interface Rated { stars: Int! }
		type Book implements Rated @key(fields: "id") { id: ID! stars: Int! reviews(least: Int): [Review!]! score: Float }
		type Film implements Rated @key(fields: "id") { id: ID! stars: Int! reviews(least: Int): [Review!]! score: Int }
		type Song @key(fields: "id") { id: ID! score: String! }
		type Review { text: String of: Rated! also: [Rated] by: Author }
		type Author @key(fields: "id") { id: ID! reviewCount: Int }`,
};

/** An interface with a key, to which other subgraphs add fields without knowing its types. */
export const INTERFACE_OBJECTS: GraphSource = {
	accounts: `${LINK}
		type Query { accounts: [Account!]! account: Account users: [User!] }
		interface Account @key(fields: "id") { id: ID! name: String! owner: Account }
		type User implements Account @key(fields: "id") { id: ID! name: String! owner: Account age: Int }
		type Team implements Account @key(fields: "id") { id: ID! name: String! owner: Account members: [User!] }
		type Bot implements Account @key(fields: "id") { id: ID! name: String! owner: Account version: String! }`,
	posts: `${LINK}
		type Query { posts: [Post] latest(first: Int = 3): [Account!]! }
		type Account @key(fields: "id") @interfaceObject { id: ID! posts(first: Int = 2): [Post!]! fans: [Account!] motto: String! }
		type Post @key(fields: "id") { id: ID! text: String author: Account! }`,
	ranks: `${LINK}
		type Account @key(fields: "id") @interfaceObject { id: ID! rank: String level: Int! }
		type Post @key(fields: "id") { id: ID! likes(by: ID): Int likedBy: [Account] }`,
};

/**
 * A field of an interface object that requires others. With a second interface object, Apollo's planner has no end for
 * operations that go from one to the other by way of a type; the registry refuses such fields of partners.
 */
export const INTERFACE_OBJECT_REQUIRES: GraphSource = {
	accounts: `${LINK}
		type Query { accounts: [Account!]! account: Account users: [User!] }
		interface Account @key(fields: "id") { id: ID! name: String! owner: Account }
		type User implements Account @key(fields: "id") { id: ID! name: String! owner: Account age: Int }
		type Bot implements Account @key(fields: "id") { id: ID! name: String! owner: Account version: String! }`,
	ranks: `${LINK}
		type Query { ranked(first: Int = 3): [Account!]! best: Account }
		type Account @key(fields: "id") @interfaceObject {
			id: ID! name: String! @external rank: String @requires(fields: "name") level: Int! rivals: [Account]
		}`,
};

/** An interface that no type implements. */
export const NO_TYPES: GraphSource = {
	a: `${LINK}
		type Query { a: Node }
		interface Node @key(fields: "id") { id: ID! }`,
	b: `${LINK}
		type Query { b: Node }
		type Node @key(fields: "id", resolvable: false) @interfaceObject { id: ID! field: String }`,
};
