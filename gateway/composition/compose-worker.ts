import { withNullablePartnerFields } from "../../shared/federation/nullable-partner-fields.ts";
import { compose } from "./compose.ts";
import type { Composed, ComposeJob } from "./compose-in-worker.ts";

/** Of what composers say of large schemas, the beginning is enough. */
const MOST_REASON = 500;

const reasonOf = (error: unknown) => (error as Error).message.slice(0, MOST_REASON);

/** Composes the hub's own subgraphs with as many of the partners' as go together; the first ones have precedence. */
function largest({ own }: ComposeJob, partners: ComposeJob["own"]): Composed {
	const left: Composed["left"] = [];
	const ready: ComposeJob["own"] = [];
	for (const partner of partners)
		try {
			ready.push({ ...partner, sdl: withNullablePartnerFields(partner.sdl) });
		} catch (error) {
			left.push({ name: partner.name, reason: reasonOf(error) });
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
				left.push({ name: partner.name, reason: reasonOf(error) });
			}
		return { supergraph, left };
	}
}

/** Run in a thread: composes each graph of a job. */
export function run(job: ComposeJob): Composed[] {
	try {
		return job.graphs.map((partners) => largest(job, partners));
	} catch (error) {
		throw new Error(reasonOf(error));
	}
}
