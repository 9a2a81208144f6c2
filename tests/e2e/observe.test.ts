import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { developmentToken } from "../../gateway/viewer/development.ts";
import { type Served, served } from "../support/command.ts";
import { ask, seededFolder, serve } from "../support/hub.ts";
import { HUB_PROGRAM } from "../support/paths.ts";
import { STAFF } from "../support/viewers.ts";

type Attribute = { key: string; value: { stringValue?: string; intValue?: number } };
type Span = {
	traceId: string;
	spanId: string;
	parentSpanId?: string;
	name: string;
	attributes: Attribute[];
};
type Export = {
	resourceSpans: Array<{
		resource: { attributes: Attribute[] };
		scopeSpans: Array<{ spans: Span[] }>;
	}>;
};

/** Receives traces by OTLP, as a collector does. */
async function startCollector() {
	const exports: Export[] = [];
	const server: Server = createServer(async (request, response) => {
		exports.push(JSON.parse(await text(request)));
		response.writeHead(200, { "content-type": "application/json" }).end("{}");
	});
	await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
	const resources = () => exports.flatMap(({ resourceSpans }) => resourceSpans);
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		spans: () => resources().flatMap(({ scopeSpans }) => scopeSpans.flatMap(({ spans }) => spans)),
		services: () =>
			resources().flatMap(({ resource }) =>
				resource.attributes.flatMap(({ key, value }) =>
					key === "service.name" ? [value.stringValue] : [],
				),
			),
		close: () => new Promise((closed) => server.close(closed)),
	};
}

let collector: Awaited<ReturnType<typeof startCollector>>;
let hub: Served;
let dataDir: string;
beforeAll(async () => {
	collector = await startCollector();
	dataDir = await seededFolder();
	hub = await served(process.execPath, [...HUB_PROGRAM, "start"], {
		env: {
			...{ HUB_DATA_DIR: dataDir, PORT: "0", LOG_LEVEL: "info" },
			...{ HUB_METRICS_PORT: "0", HUB_ACCESS_LOG: "on", HUB_SLOW_OPERATION_MS: "1" },
			...{ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_BSP_SCHEDULE_DELAY: "100" },
		},
	});
}, 60_000);
afterAll(async () => {
	await hub?.end();
	await collector?.close();
});

const QUERY =
	'query Watched { smes(search: "Windham", first: 2) { nodes { name traces(first: 2) { nodes { center { name } } } } } }';

/** Lines of the log with this message. */
function logged(message: string): Array<Record<string, unknown>> {
	const lines = hub
		.said()
		.split("\n")
		.filter((line) => line.startsWith("{"));
	return lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === message);
}
async function metrics(): Promise<string> {
	const [{ url } = {}] = logged("metrics are served");
	const response = await fetch(String(url));
	expect(response.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
	return response.text();
}
/** Value of a metric whose line begins so. */
const metricOf = (all: string, start: string): number | undefined => {
	const line = all.split("\n").find((one) => one.startsWith(start));
	return line === undefined ? undefined : Number(line.split(" ").at(-1));
};

describe("metrics", () => {
	it("count operations by name and outcome, requests by route, subgraphs and the database", async () => {
		await ask(hub, QUERY);
		await ask(hub, "{ nothing }");
		const staff = `Bearer ${await developmentToken(dataDir, STAFF, 1)}`;
		const csv = "id,sme_name,sme_state,kind,started_on\n,Unheard Of Gears,GA,TRAINING,2024-05-06\n";
		const upload = await fetch(`${hub.url}/imports/engagements`, {
			method: "POST",
			headers: { authorization: staff, "content-type": "text/csv" },
			body: csv,
		});
		const counts = (await upload.json()) as { created: number; failed: number };
		const all = await metrics();
		expect(metricOf(all, 'hub_operation_seconds_count{operation="Watched",outcome="OK"}')).toBe(1);
		expect(
			metricOf(
				all,
				'hub_operation_seconds_count{operation="anonymous",outcome="GRAPHQL_VALIDATION_FAILED"}',
			),
		).toBe(1);
		expect(
			metricOf(all, 'hub_http_request_seconds_count{method="POST",route="/graphql",status="200"}'),
		).toBeGreaterThanOrEqual(1);
		for (const subgraph of ["engagements", "mep"])
			expect(
				metricOf(all, `hub_subgraph_request_seconds_count{subgraph="${subgraph}",outcome="OK"}`),
			).toBeGreaterThanOrEqual(1);
		expect(
			metricOf(all, 'hub_database_seconds_count{database="engagements",kind="read",outcome="OK"}'),
		).toBeGreaterThan(0);
		expect(metricOf(all, 'hub_import_rows_total{outcome="created"}')).toBe(counts.created);
		expect(metricOf(all, 'hub_import_rows_total{outcome="failed"}')).toBe(counts.failed);
		expect(counts.created + counts.failed).toBe(1);
		expect(metricOf(all, "hub_imports_running")).toBe(0);
		expect(metricOf(all, 'hub_mutations{state="waiting"}')).toBe(0);
		expect(metricOf(all, "hub_disclosures_waiting")).toBe(0);
		// The first release of the seed data was published at the start.
		expect(metricOf(all, "hub_release_age_seconds")).toBeGreaterThan(0);
		expect(metricOf(all, "nodejs_eventloop_lag_p99_seconds")).toBeGreaterThan(0);
		expect(metricOf(all, "hub_operation_cost_count")).toBeGreaterThan(0);
	});

	it("are not at the port of the public", async () => {
		const response = await fetch(`${hub.url}/metrics`);
		expect(response.status).toBe(404);
	});

	it("have few names of operations, however many clients send", async () => {
		for (let i = 0; i < 230; i++) await ask(hub, `query Name${i} { __typename }`);
		const all = await metrics();
		const names = new Set(all.match(/hub_operation_seconds_count\{operation="\w+"/g));
		expect(names.size).toBeLessThanOrEqual(202);
		expect(
			metricOf(all, 'hub_operation_seconds_count{operation="other",outcome="OK"}'),
		).toBeGreaterThan(20);
	});
});

describe("logs", () => {
	it("have a line for each request, under the id of its response, without parameters", async () => {
		const response = await fetch(`${hub.url}/smes/search?secret=Windham`, {
			headers: { "x-request-id": "seen-1" },
		});
		expect(response.headers.get("x-request-id")).toBe("seen-1");
		await expect
			.poll(() => logged("request").find(({ requestId }) => requestId === "seen-1"))
			.toMatchObject({ method: "GET", path: "/smes/search", status: 404 });
		expect(JSON.stringify(logged("request"))).not.toContain("Windham");
	});

	it("name slow operations by their signature, without values, with the time of each subgraph", async () => {
		const response = await fetch(`${hub.url}/graphql`, {
			method: "POST",
			headers: { "content-type": "application/json", "x-request-id": "slow-1" },
			body: JSON.stringify({ query: QUERY.replace("Windham", "Confidential Works") }),
		});
		await response.text();
		const slow = () => logged("slow operation").find(({ requestId }) => requestId === "slow-1");
		await expect.poll(slow).toMatchObject({ operation: "Watched", outcome: "OK", role: "PUBLIC" });
		expect(slow()?.cost).toBeGreaterThan(0);
		expect(slow()?.subgraphMs).toHaveProperty("engagements");
		expect(slow()?.document).toContain("smes(");
		expect(JSON.stringify(slow())).not.toContain("Confidential");
	});
});

describe("traces", () => {
	const traceId = "0af7651916cd43dd8448eb211c80319c";
	const traceparent = `00-${traceId}-b7ad6b7169203331-01`;
	const ofTrace = (id: string) => collector.spans().filter((span) => span.traceId === id);

	it("lead from the request through gateway and subgraph to the SQL, and continue the caller's", async () => {
		await fetch(`${hub.url}/graphql`, {
			method: "POST",
			headers: { "content-type": "application/json", traceparent },
			body: JSON.stringify({ query: QUERY }),
		});
		await expect
			.poll(() => ofTrace(traceId).map(({ name }) => name), { timeout: 20_000 })
			.toEqual(
				expect.arrayContaining(["POST /graphql", "subgraph engagements", "read engagements"]),
			);
		const spans = ofTrace(traceId);
		const request = spans.find(({ name }) => name === "POST /graphql");
		expect(request?.parentSpanId).toBe("b7ad6b7169203331");
		const ids = new Set(spans.map(({ spanId }) => spanId));
		const read = spans.find(({ name }) => name === "read engagements");
		expect(ids.has(read?.parentSpanId ?? "")).toBe(true);
		const statement = read?.attributes.find(({ key }) => key === "db.query.text");
		expect(statement?.value.stringValue).toMatch(/^\s*SELECT/i);
		expect(JSON.stringify(spans)).not.toContain("Windham");
		expect(collector.services()).toContain("throughline-hub");
	});

	it("continue in a subgraph that is a process of its own", async () => {
		const id = "1af7651916cd43dd8448eb211c80319c";
		const { url, child } = await serve("institutes", {
			...{ HUB_DATA_DIR: dataDir, OTEL_SERVICE_NAME: "our-institutes" },
			...{ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_BSP_SCHEDULE_DELAY: "100" },
		});
		try {
			await fetch(url, {
				method: "POST",
				headers: {
					"content-type": "application/json",
					traceparent: `00-${id}-b7ad6b7169203331-01`,
				},
				body: JSON.stringify({ query: "{ institutes(first: 1) { nodes { name } } }" }),
			});
			await expect
				.poll(() => ofTrace(id).map(({ name }) => name), { timeout: 20_000 })
				.toEqual(expect.arrayContaining(["subgraph institutes", "read institutes"]));
			expect(collector.services()).toContain("our-institutes");
		} finally {
			child.kill("SIGTERM");
		}
	});
});
