import type { Log } from "../../../shared/log.ts";
import type { Registry } from "../../../shared/registry.ts";

const EVERY_MS = 5000;

/** Makes the registry notify partners of events periodically; rounds never overlap. */
export function eventTeller(
	registry: Pick<Registry, "tellPartners">,
	log: Log,
	everyMs = EVERY_MS,
) {
	let telling: Promise<void> | undefined;
	let told = "";

	async function tell(): Promise<void> {
		try {
			await registry.tellPartners();
			told = "";
		} catch (error) {
			const reason = (error as Error).message;
			if (reason !== told) log.error({ reason }, "partners cannot be notified of events");
			told = reason;
		}
	}

	const timer = setInterval(() => {
		telling ??= tell().finally(() => {
			telling = undefined;
		});
	}, everyMs);
	timer.unref();
	return {
		async close(): Promise<void> {
			clearInterval(timer);
			await telling;
		},
	};
}
