/** An error in the answer of a subgraph. */
export type TransportError = {
	message: string;
	path?: ReadonlyArray<string | number>;
	extensions?: Record<string, unknown>;
};

export type TransportAnswer = {
	data?: unknown;
	errors?: readonly TransportError[];
	extensions?: Record<string, unknown>;
};

type TransportRequest = {
	request: {
		query: string;
		operationName?: string;
		variables?: Record<string, unknown>;
	};
	/** The gateway's context of the request; empty where there is none. */
	context: object;
};

/** How a subgraph is asked. Rejects where it cannot be. */
export type Transport = { process(request: TransportRequest): Promise<TransportAnswer> };
