import type { SubgraphSource } from "../composition/supergraph.ts";

const TIMEOUT_MS = 2000;

async function failure({ transport }: SubgraphSource): Promise<string | undefined> {
	const request = { request: { query: "{ __typename }" }, context: {}, kind: "health check" };
	try {
		const { errors } = await transport.process(request as never);
		return errors?.[0]?.message;
	} catch (error) {
		return (error as Error).message;
	}
}

/** Sends a query to every subgraph. Returns those that do not respond within two seconds, with the reason. */
export async function unreachable(sources: SubgraphSource[]): Promise<Record<string, string>> {
	const failures = await Promise.all(
		sources.map(async (source) => {
			let timer: NodeJS.Timeout | undefined;
			const timeout = new Promise<string>((done) => {
				timer = setTimeout(() => done(`no response within ${TIMEOUT_MS} ms`), TIMEOUT_MS);
			});
			const reason = await Promise.race([failure(source), timeout]);
			clearTimeout(timer);
			return [source.name, reason] as const;
		}),
	);
	return Object.fromEntries(
		failures.filter((entry): entry is [string, string] => entry[1] !== undefined),
	);
}
