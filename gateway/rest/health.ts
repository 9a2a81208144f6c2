import { HubError } from "../../shared/errors.ts";
import type { Log } from "../../shared/log.ts";

const TIMEOUT_MS = 2000;

/** What the hub consists of: its subgraphs, and the databases of the gateway itself. */
export type Part = {
	name: string;
	/** Whether it runs in this process; a part that does not costs only its own fields where it is gone. */
	isLocal: boolean;
	/** Resolves where the part works, with the database that it needs. */
	check(): Promise<void>;
};

/** The gateway's own databases as parts; those that it has not opened are left out. */
export const gatewayParts = (opened: Record<string, Pick<Part, "check"> | undefined>): Part[] =>
	Object.entries(opened).flatMap(([name, part]) =>
		part ? [{ name, isLocal: true, check: part.check }] : [],
	);

/** Which parts a hub must have to be ready: those in its process, all, or these. */
export type ReadyRequires = "local" | "all" | readonly string[];

/** What the health check answers. `subgraphs`: the missing parts, each with the reason. */
export type Readiness = {
	status: "ready" | "degraded" | "waiting";
	subgraphs?: Record<string, string>;
};

function isRequired({ name, isLocal }: Part, requires: ReadyRequires): boolean {
	if (typeof requires === "string") return requires === "all" || isLocal;
	return requires.includes(name);
}

/** Checks whether all parts work. Checks that come while one runs share it, so that many cost no more than one. */
export function readinessOf(parts: readonly Part[], requires: ReadyRequires, log: Log) {
	const running = new Map<string, Promise<string | undefined>>();

	/** Why a part does not work. The answer is public: no addresses, and no words of a driver. */
	async function failure({ name, check }: Part): Promise<string | undefined> {
		try {
			await check();
			return undefined;
		} catch (error) {
			if (error instanceof HubError) return error.message;
			log.error({ part: name, err: error }, "a health check failed");
			return "it failed; the reason is in the hub's log";
		}
	}

	async function reasonOf(part: Part): Promise<string | undefined> {
		let check = running.get(part.name);
		if (!check) {
			check = failure(part).finally(() => running.delete(part.name));
			running.set(part.name, check);
		}
		let timer: NodeJS.Timeout | undefined;
		const timeout = new Promise<string>((done) => {
			timer = setTimeout(() => done(`no response within ${TIMEOUT_MS} ms`), TIMEOUT_MS);
		});
		return Promise.race([check, timeout]).finally(() => clearTimeout(timer));
	}

	return async (): Promise<Readiness> => {
		const found = await Promise.all(
			parts.map(async (part) => ({ part, reason: await reasonOf(part) })),
		);
		const missing = found.flatMap(({ part, reason }) => (reason ? [{ part, reason }] : []));
		if (missing.length === 0) return { status: "ready" };
		const isWaiting =
			missing.length === parts.length || missing.some(({ part }) => isRequired(part, requires));
		return {
			status: isWaiting ? "waiting" : "degraded",
			subgraphs: Object.fromEntries(missing.map(({ part, reason }) => [part.name, reason])),
		};
	};
}
