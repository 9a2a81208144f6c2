import { createPeerClient, type Expected } from "./load.ts";
import { normalised, type Operation } from "./operations.ts";
import type { Peer } from "./processes.ts";

export type Checked = { expected: Expected; firstMs: number };

/** Sends every operation to every peer once; throws if a response is wrong or differs from the first peer's. */
export async function checkEqual(peers: Peer[], operation: Operation): Promise<Map<Peer, Checked>> {
	const checked = new Map<Peer, Checked>();
	let reference: string[] | undefined;
	for (const peer of peers) {
		const caller = createPeerClient(peer, 1);
		const expected: Expected = [];
		const start = performance.now();
		expected.push(await caller.call(operation, 0));
		const firstMs = performance.now() - start;
		for (let index = 1; index < operation.variables.length; index++)
			expected.push(await caller.call(operation, index));
		await caller.close();
		const answers = expected.map((body) => {
			const { data, errors } = JSON.parse(body) as { data: unknown; errors?: unknown };
			if (errors)
				throw new Error(`${peer.name}, ${operation.name}: ${JSON.stringify(errors).slice(0, 500)}`);
			operation.check(data);
			return normalised(data);
		});
		reference ??= answers;
		for (const [index, answer] of answers.entries())
			if (answer !== reference[index])
				throw new Error(
					`${operation.name}: ${peer.name} answers otherwise than ${peers[0]?.name}\n${reference[index]?.slice(0, 600)}\n${answer.slice(0, 600)}`,
				);
		checked.set(peer, { expected, firstMs });
	}
	return checked;
}
