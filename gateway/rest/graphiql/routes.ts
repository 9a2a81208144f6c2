import { negotiate } from "@fastify/accept-negotiator";
import type { FastifyInstance } from "fastify";
import { refuse } from "../../http/errors.ts";
import { sendCacheable, vary } from "../../http/etag.ts";
import { GRAPHIQL_POLICY, graphiqlPage } from "./page.ts";

const CACHE_FOREVER = "public, max-age=31536000, immutable";

/** GraphiQL at /graphiql: a small page, which begins with `notice`, and files that browsers cache. */
export function addGraphiql(
	app: FastifyInstance,
	basePath: string,
	examplesDir: string | undefined,
	notice = "",
): void {
	async function load() {
		// 9 MB; load them only when somebody opens GraphiQL.
		const { graphiqlAssets } = await import("./assets.ts");
		const assets = graphiqlAssets();
		return { files: assets.all, page: graphiqlPage(assets, basePath, examplesDir, notice) };
	}
	let loaded: ReturnType<typeof load> | undefined;
	const graphiql = () => {
		loaded ??= load();
		return loaded;
	};
	app.get("/graphiql", async (request, reply) => {
		const { page } = await graphiql();
		reply.type("text/html; charset=utf-8").header("content-security-policy", GRAPHIQL_POLICY);
		return sendCacheable(request, reply, page, "no-cache");
	});
	app.get<{ Params: { file: string } }>("/graphiql/:file", async (request, reply) => {
		const { files } = await graphiql();
		const asset = files.find(({ name }) => name === request.params.file);
		if (!asset)
			return refuse(reply, 404, "NOT_FOUND", "GraphiQL has no such file; reload the page");
		const encoding = negotiate(request.headers["accept-encoding"] ?? "", ["br", "gzip"]);
		vary(reply, "accept-encoding");
		if (encoding) reply.header("content-encoding", encoding);
		return reply
			.type(asset.type)
			.header("cache-control", CACHE_FOREVER)
			.send(await asset.bytes(encoding ?? "identity"));
	});
}
