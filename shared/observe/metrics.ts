import { Counter, Gauge, Histogram, register } from "prom-client";

/** Metrics of this process in Prometheus' text format; all times in seconds. docs/operations.md lists them. */

const FAST = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export const httpSeconds = new Histogram({
	name: "hub_http_request_seconds",
	help: "Time to answer a request, by method, route and status",
	labelNames: ["method", "route", "status"],
	buckets: FAST,
});

export const operationSeconds = new Histogram({
	name: "hub_operation_seconds",
	help: "Time to answer a GraphQL operation, by its name and outcome: OK or the code of the first error",
	labelNames: ["operation", "outcome"],
	buckets: FAST,
});

export const operationCost = new Histogram({
	name: "hub_operation_cost",
	help: "Cost of a GraphQL operation as it is charged, by role",
	labelNames: ["role"],
	buckets: [10, 100, 1000, 10_000, 50_000, 100_000, 200_000, 500_000],
});

export const subgraphSeconds = new Histogram({
	name: "hub_subgraph_request_seconds",
	help: "Time of a request to a subgraph, the hub's own or a partner's, by outcome: OK, ERRORS or FAILED",
	labelNames: ["subgraph", "outcome"],
	buckets: FAST,
});

export const breakerState = new Gauge({
	name: "hub_partner_breaker_open",
	help: "1 while requests to a version of a partner's subgraph are refused by its circuit breaker, otherwise 0",
	labelNames: ["subgraph", "version"],
});

export const databaseSeconds = new Histogram({
	name: "hub_database_seconds",
	help: "Time of a statement that reads, or of a whole transaction that writes, by outcome",
	labelNames: ["database", "kind", "outcome"],
	buckets: FAST,
});

export const replicaReads = new Counter({
	name: "hub_replica_reads_total",
	help: "Reads where replicas are configured, by the server that ran them: replica or primary",
	labelNames: ["server"],
});

export const importedRows = new Counter({
	name: "hub_import_rows_total",
	help: "Rows of imported files, by outcome: created, updated, unchanged or failed",
	labelNames: ["outcome"],
});

export const runningImports = new Gauge({
	name: "hub_imports_running",
	help: "Files that are being imported",
});

type Read = () => number | Promise<number>;

/** What is read when the metrics are asked for, of every hub of this process; their values are added up. */
function readGauge<Label extends string>(name: string, help: string, label?: Label) {
	const readings = new Set<{ read: Read; value?: string }>();
	new Gauge({
		name,
		help,
		labelNames: label ? [label] : [],
		async collect() {
			this.reset();
			for (const { read, value } of readings) {
				const number = await Promise.resolve()
					.then(read)
					.catch(() => undefined);
				if (number === undefined) continue;
				if (label && value) this.inc({ [label]: value } as never, number);
				else this.inc(number);
			}
		},
	});
	/** Adds a reading; the returned function takes it away. */
	return (read: Read, value?: string): (() => void) => {
		const reading = { read, value };
		readings.add(reading);
		return () => void readings.delete(reading);
	};
}

export const readMutationQueue = readGauge(
	"hub_mutations",
	"Mutations and parts of imports that run, or wait for their turn",
	"state",
);

export const readDisclosures = readGauge(
	"hub_disclosures_waiting",
	"Disclosures to partners that wait to be recorded before anything is sent",
);

export const readReleaseAge = readGauge(
	"hub_release_age_seconds",
	"Time since the latest release of statistics was published",
);

export const readPool = readGauge(
	"hub_database_connections",
	"Connections to PostgreSQL that reads and transactions use, and callers that wait for one",
	"state",
);

/** Everything as text, and its media type. */
export const readMetrics = async () => ({
	text: await register.metrics(),
	type: register.contentType,
});

/** At most this many names become values of a label; all others are "other". */
const MOST_NAMES = 200;
const names = new Set<string>();

/** The name of an operation as a label: clients choose names, and each value costs memory for good. */
export function operationLabel(name: string | null | undefined): string {
	if (!name) return "anonymous";
	if (names.size < MOST_NAMES) names.add(name);
	return names.has(name) ? name : "other";
}
