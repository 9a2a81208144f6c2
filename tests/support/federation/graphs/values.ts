import { type GraphSource, LINK } from "./graph.ts";

/** Lists of lists, scalars of any form, enums, input objects, and names that JavaScript gives a meaning. */
export const VALUES: GraphSource = {
	shapes: `${LINK}
		scalar Json scalar Day
		enum Colour { RED GREEN BLUE }
		input Range { from: Int = 0 to: Int! inner: Range colours: [Colour!] = [RED] }
		type Query {
			grid(range: Range): [[Cell]!]! cube: [[[Cell!]]!] cell(at: [[Int!]!] = [[1, 2], [3]], day: Day): Cell
			numbers: [[Int!]]! toString: String constructor: Cell
		}
		type Cell @key(fields: "id") {
			id: ID! colour: Colour! colours: [[Colour]!] json: Json jsons: [Json] day: Day! ratio: Float! isOn: Boolean
			valueOf: Int hasOwnProperty(range: Range!): String inside: Box! @shareable boxes: [[Box!]!]
		}
		type Box @shareable { size: Int! label: String inner: Box }`,
	more: `${LINK}
		scalar Json
		enum Tone { HIGH LOW }
		type Cell @key(fields: "id") {
			id: ID! neighbours: [[Cell!]]! tone(of: Tone = LOW, json: Json): Tone tones: [Tone!]! extra: Json opposite: Cell!
			inside: Box! @shareable
		}
		type Box @shareable { size: Int! label: String inner: Box }`,
};

/** @provides, @override, @inaccessible, root fields that several subgraphs share, and types that only carry values. */
export const SHARED: GraphSource = {
	first: `${LINK}
		type Query { shared: Shared @shareable stores: [Store!]! mine: [Piece] @shareable }
		type Shared @shareable { one: String both: String }
		type Store @key(fields: "id") { id: ID! name: String top: Piece @provides(fields: "title maker { name }") all: [Piece!] }
		type Piece @key(fields: "id") { id: ID! title: String @external maker: Maker @external old: String secret: Int @inaccessible }
		type Maker @key(fields: "id") { id: ID! name: String @external }
		type Money @shareable { amount: Int! currency: String }`,
	second: `${LINK}
		type Query { shared: Shared @shareable mine: [Piece] @shareable }
		type Shared @shareable { two: Int both: String deep: Deep }
		type Deep @shareable { text: String more: [Deep!] }
		type Piece @key(fields: "id") {
			id: ID! title: String @shareable maker: Maker @shareable old: String @override(from: "first")
			price: Money hidden: String @inaccessible
		}
		type Maker @key(fields: "id") { id: ID! name: String @shareable place: String }
		type Money @shareable { amount: Int! currency: String }`,
	third: `${LINK}
		type Query { shared: Shared @shareable }
		type Shared @shareable { both: String deep: Deep three: [Money!] }
		type Deep @shareable { text: String more: [Deep!] }
		type Money @shareable { amount: Int! currency: String }
		type Piece @key(fields: "id") {
			id: ID! hidden: String @external code: String @requires(fields: "hidden") cost: Money!
		}
		type Maker @key(fields: "id") { id: ID! pieces: [Piece!]! }`,
};

/** Mutations that run one after another, in turn in two subgraphs; some by an interface. */
export const MUTATIONS: GraphSource = {
	left: `${LINK}
		type Query { thing: Thing }
		interface Adding { addLeft(text: String): Step! }
		type Mutation implements Adding { addLeft(text: String): Step! touch(id: ID!): Thing }
		type Step @shareable { number: Int! steps: [String!]! thing: Thing }
		type Thing @key(fields: "id") { id: ID! left: String size: Int! }`,
	right: `${LINK}
		type Mutation { addRight(text: String!): Step }
		type Step @shareable { number: Int! steps: [String!]! thing: Thing }
		type Thing @key(fields: "id") { id: ID! right(of: Int): String things: [Thing!] }`,
};
