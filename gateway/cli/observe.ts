import type { ObserveConfig } from "../../shared/config-observe.ts";
import type { Log } from "../../shared/log.ts";
import { serveMetrics } from "../../shared/observe/metrics-server.ts";
import { startTracing } from "../../shared/observe/tracing.ts";

/** Starts what watches this process, as configured; `part`: what it runs, as traces name it. Returns what ends it. */
export async function observeProcess(
	{ metrics }: ObserveConfig,
	part: string,
	log: Log,
): Promise<() => Promise<void>> {
	const stopTracing = await startTracing(`throughline-${part}`);
	const served = metrics && (await serveMetrics(metrics));
	if (served) log.info({ url: served.url }, "metrics are served");
	return async () => {
		await served?.close();
		await stopTracing();
	};
}
