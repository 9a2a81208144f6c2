import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { buildSubgraphSchema } from "@apollo/subgraph";
import { parse } from "graphql";
import { createHandler } from "graphql-http/lib/use/http";
import { APPRENTICES, NAME } from "./data.js";

const resolvers = {
	Query: { myCollege: () => ({ name: NAME }) },
	Sme: {
		// The hub asks for manufacturers by id: answer the same id, or null for those you do not know.
		__resolveReference: ({ id }) => (APPRENTICES.has(id) ? { id } : null),
		myCollegeApprentices: ({ id }) => APPRENTICES.get(id),
	},
};
const schema = buildSubgraphSchema({
	typeDefs: parse(readFileSync(new URL("schema.graphql", import.meta.url), "utf8")),
	resolvers,
});
const server = createServer(createHandler({ schema }));
server.listen(Number(process.env.PORT ?? 4010), "127.0.0.1", () => {
	console.log(`The subgraph is ready: http://127.0.0.1:${server.address().port}/graphql`);
});
