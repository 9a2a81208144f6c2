import { z } from "zod";
import { host } from "./config-http.ts";

/** Variables of metrics and logs; traces have the standard variables of OpenTelemetry (OTEL_…). */
export const OBSERVE_VARIABLES = {
	HUB_METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
	HUB_METRICS_HOST: host.default("127.0.0.1"),
	HUB_ACCESS_LOG: z.enum(["on", "off"]).optional(),
	HUB_SLOW_OPERATION_MS: z.coerce.number().int().min(0).max(3_600_000).default(1000),
};

export type ObserveConfig = {
	/** Where metrics are served; absent where they are not. */
	metrics?: { port: number; host: string };
	/** Whether each request is logged. */
	accessLog: boolean;
	/** Operations that take longer are logged; 0: none. */
	slowOperationMs: number;
};

type Read = z.output<z.ZodObject<typeof OBSERVE_VARIABLES>>;

/** In production requests are logged unless that is turned off. */
export const observeConfigOf = (read: Read, production: boolean): ObserveConfig => ({
	metrics:
		read.HUB_METRICS_PORT === undefined
			? undefined
			: { port: read.HUB_METRICS_PORT, host: read.HUB_METRICS_HOST },
	accessLog: read.HUB_ACCESS_LOG ? read.HUB_ACCESS_LOG === "on" : production,
	slowOperationMs: read.HUB_SLOW_OPERATION_MS,
});

/** Without configuration: nothing is served or logged. */
export const UNOBSERVED: ObserveConfig = { accessLog: false, slowOperationMs: 0 };
