import { parentPort, workerData } from "node:worker_threads";
import { compose } from "../supergraph.ts";
import type { Composed, ComposeJob } from "./compose.ts";
import { relaxed } from "./relax.ts";

/** Composes the hub's own subgraphs with as many of the partners' as go together; the first ones have precedence. */
function largest({ own }: ComposeJob, partners: ComposeJob["own"]): Composed {
	const left: Composed["left"] = [];
	const ready: ComposeJob["own"] = [];
	for (const partner of partners)
		try {
			ready.push({ ...partner, sdl: relaxed(partner.sdl) });
		} catch (error) {
			left.push({ name: partner.name, reason: (error as Error).message });
		}
	try {
		return { supergraph: compose([...own, ...ready]), left };
	} catch {
		let taken = own;
		let supergraph = compose(own);
		for (const partner of ready)
			try {
				supergraph = compose([...taken, partner]);
				taken = [...taken, partner];
			} catch (error) {
				left.push({ name: partner.name, reason: (error as Error).message });
			}
		return { supergraph, left };
	}
}

const job = workerData as ComposeJob;
parentPort?.postMessage(job.graphs.map((partners) => largest(job, partners)));
