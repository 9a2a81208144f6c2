import { type GraphSource, LINK } from "./graph.ts";

/** @requires of nested fields, of fields that themselves require others, of lists, and in both directions. */
export const REQUIRES: GraphSource = {
	parcels: `${LINK}
		type Query { parcels: [Parcel!]! parcel: Parcel }
		type Parcel @key(fields: "id") {
			id: ID! size: Size! weight: Int tags: [String!] contents: [Content!] origin: Spot label: String @external
			stamp: String @requires(fields: "label")
		}
		type Size { width: Int! height: Int depth: Depth }
		type Depth { value: Float unit: String }
		type Content { code: ID! count: Int }
		type Spot @key(fields: "id") { id: ID! country: String }`,
	shipping: `${LINK}
		type Parcel @key(fields: "id") {
			id: ID! size: Size! @external weight: Int @external tags: [String!] @external
			contents: [Content!] @external origin: Spot @external
			volume: String @requires(fields: "size { width depth { value unit } }")
			label: String @requires(fields: "weight tags")
			list: String! @requires(fields: "contents { code count }")
			from: String @requires(fields: "origin { id country }")
			carrier: Carrier
		}
		type Size @external { width: Int! depth: Depth }
		type Depth @external { value: Float unit: String }
		type Content @external { code: ID! count: Int }
		type Spot @key(fields: "id", resolvable: false) { id: ID! country: String @external }
		type Carrier @key(fields: "id") { id: ID! name: String }`,
	bills: `${LINK}
		type Parcel @key(fields: "id") {
			id: ID! label: String @external volume: String @external
			bill: String! @requires(fields: "label volume") payer: Payer
		}
		type Payer { name: String parcels: [Parcel!] }
		type Carrier @key(fields: "id") { id: ID! name: String @external motto: String @requires(fields: "name") }`,
};

/** @requires of fields with arguments, several of one field, and the client's own arguments beside them. */
export const REQUIRED_ARGUMENTS: GraphSource = {
	shop: `${LINK}
		type Query { items: [Item!]! item: Item }
		type Item @key(fields: "id") {
			id: ID! price(currency: String = "EUR", net: Boolean): String weight: Int
			parts(first: Int): [Part!] kind: Kind
		}
		type Part { name(upper: Boolean): String number: Int }
		type Kind { average(currency: String!): Int label: String }`,
	costs: `${LINK}
		type Item @key(fields: "id") {
			id: ID! price(currency: String = "EUR", net: Boolean): String @external weight: Int @external
			parts(first: Int): [Part!] @external kind: Kind @external
			dollars: String @requires(fields: "price(currency: \\"USD\\") weight")
			yen: String @requires(fields: "price(currency: \\"JPY\\", net: true)")
			plain: String @requires(fields: "price")
			list: String @requires(fields: "parts(first: 2) { name(upper: true) number }")
			kindly: String @requires(fields: "kind { average(currency: \\"USD\\") }")
			euros(note: String): String @requires(fields: "kind { average(currency: \\"EUR\\") } price(currency: \\"JPY\\")")
			free(note: String): String
		}
		type Part @external { name(upper: Boolean): String number: Int }
		type Kind @external { average(currency: String!): Int }`,
};
