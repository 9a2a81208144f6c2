import type { FastifyInstance } from "fastify";
import type { QueryGraph } from "./read-table.ts";

/** Queries the hub's own /graphql endpoint as the public, without a network connection. */
export function queryInProcess(app: FastifyInstance): QueryGraph {
	return async (query, variables) => {
		const payload = { query, variables };
		const response = await app.inject({ method: "POST", url: "/graphql", payload });
		const { data, errors } = response.json();
		if (errors?.[0] || !data) throw new Error(errors?.[0]?.message ?? "no data");
		return data;
	};
}
