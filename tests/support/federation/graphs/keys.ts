import { type GraphSource, LINK } from "./graph.ts";

/** Composite, nested and several keys, and keys that cannot be resolved. */
export const KEYS: GraphSource = {
	catalogue: `${LINK}
		type Query { products: [Product!]! product(id: ID!): Product brands: [Brand] }
		type Product @key(fields: "id") @key(fields: "sku brand { name region { code } }") {
			id: ID! sku: String! brand: Brand! title: String owner: Person strict: String!
		}
		type Brand @shareable { name: String! region: Region! }
		type Region @shareable { code: String! }
		type Person @key(fields: "email", resolvable: false) { email: String! }`,
	stock: `${LINK}
		type Query { crowded: [Place!]! }
		type Product @key(fields: "sku brand { name region { code } }") {
			sku: String! brand: Brand! amount: Int! places: [Place!]! main: Place
		}
		type Brand @shareable { name: String! region: Region! }
		type Region @shareable { code: String! }
		type Place @key(fields: "code { letter number }") { code: Code! crowd: Int products: [Product] }
		type Code @shareable { letter: String! number: ID! }`,
	prices: `${LINK}
		enum Currency { USD EUR JPY }
		type Product @key(fields: "id") {
			id: ID! price(currency: Currency = EUR, rounded: Boolean): Float
			similar(first: Int = 2): [Product!]! next: Product
		}`,
	people: `${LINK}
		type Query { me: Person }
		type Person @key(fields: "email") @key(fields: "id") {
			email: String! id: ID! name: String friends: [Person!] best: Person!
		}`,
	badges: `${LINK}
		type Person @key(fields: "id") { id: ID! badge: String rank: Int! works: [Product!] }
		type Product @key(fields: "id", resolvable: false) { id: ID! }`,
	places: `${LINK}
		type Place @key(fields: "code { letter number }") { code: Code! title: String! near: [Place] keeper: Person }
		type Code @shareable { letter: String! number: ID! }
		type Person @key(fields: "id", resolvable: false) { id: ID! }`,
};

/** As in the audit's suite "keys-mashup": the only key that leads back is not the first that is known. */
export const MASHED_KEYS: GraphSource = {
	a: `${LINK}
		type A @key(fields: "id") @key(fields: "pId", resolvable: false)
			@key(fields: "compositeId { one two }", resolvable: false)
			@key(fields: "id compositeId { two three }", resolvable: false) {
			id: ID! pId: ID! compositeId: CompositeId! name: String!
		}
		type CompositeId { one: ID! two: ID! three: ID! }`,
	b: `${LINK}
		type Query { b: B }
		type B @key(fields: "id") { id: ID! a: [A!]! }
		type A @key(fields: "compositeId { one two }", resolvable: false) @key(fields: "id compositeId { two three }")
			@key(fields: "pId", resolvable: false) @key(fields: "id", resolvable: false) {
			id: ID! pId: ID! compositeId: CompositeId! name: String! @external nameInB: String! @requires(fields: "name")
		}
		type CompositeId { one: ID! two: ID! three: ID! }`,
};
