import type { OperationLog } from "./poller/operation-log.ts";

/** Hooks that the gateway's plugins call for partners' subgraphs. */
export type PartnerHooks = {
	operations: OperationLog;
	/** Receives each executed query, as its client wrote it. */
	noteQuery(key: string, asked: { query: string; operationName: string | null }): void;
	/** Called after mutations of the registry, so that their changes are served before the response. */
	mutations: ReadonlySet<string>;
	applyChanges(): Promise<void>;
};
