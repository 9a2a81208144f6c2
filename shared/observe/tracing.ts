import {
	type Attributes,
	type Context,
	context,
	propagation,
	ROOT_CONTEXT,
	type Span,
	type SpanKind,
	SpanStatusCode,
	type Tracer,
	trace,
} from "@opentelemetry/api";

/** Undefined while traces are off: nothing is made for them then. */
let tracer: Tracer | undefined;

const isSet = (name: string) => Boolean(process.env[name]?.trim());

/** Whether the standard variables of OpenTelemetry ask for traces. */
function isWanted(): boolean {
	if (process.env.OTEL_SDK_DISABLED?.toLowerCase() === "true") return false;
	const exporter = process.env.OTEL_TRACES_EXPORTER?.trim().toLowerCase();
	if (exporter === "none") return false;
	return (
		exporter === "otlp" ||
		isSet("OTEL_EXPORTER_OTLP_ENDPOINT") ||
		isSet("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
	);
}

/**
 * Starts sending traces by OTLP (HTTP, JSON) where the standard variables OTEL_EXPORTER_OTLP_… ask for it. Returns what
 * sends the rest and ends it. `service`: the name, unless OTEL_SERVICE_NAME has another.
 */
export async function startTracing(service: string): Promise<() => Promise<void>> {
	if (!isWanted()) return async () => undefined;
	const [sdk, { OTLPTraceExporter }, resources] = await Promise.all([
		import("@opentelemetry/sdk-trace-node"),
		import("@opentelemetry/exporter-trace-otlp-http"),
		import("@opentelemetry/resources"),
	]);
	const named = resources.resourceFromAttributes({ "service.name": service });
	const configured = resources.detectResources({ detectors: [resources.envDetector] });
	const provider = new sdk.NodeTracerProvider({
		resource: resources.defaultResource().merge(named).merge(configured),
		spanProcessors: [new sdk.BatchSpanProcessor(new OTLPTraceExporter())],
	});
	provider.register();
	tracer = trace.getTracer("throughline");
	return async () => {
		tracer = undefined;
		await provider.shutdown().catch(() => undefined);
		trace.disable();
		context.disable();
		propagation.disable();
	};
}

function fail(span: Span, error: unknown): void {
	span.recordException(error as Error);
	span.setStatus({ code: SpanStatusCode.ERROR });
}

/** Whether traces are on; what only they need is not made while they are off. */
export const isTracing = (): boolean => tracer !== undefined;

/** Runs `work` in a span, where traces are on. Attributes must hold no values of records. */
export function inSpan<T>(
	name: string,
	attributes: () => Attributes,
	work: () => Promise<T>,
): Promise<T> {
	if (!tracer) return work();
	return tracer.startActiveSpan(name, { attributes: attributes() }, async (span) => {
		try {
			return await work();
		} catch (error) {
			fail(span, error);
			throw error;
		} finally {
			span.end();
		}
	});
}

/** A span that began, for what is not one function; undefined while traces are off. */
export type OpenSpan = {
	/** Runs what belongs to it. */
	run<T>(work: () => T): T;
	end(attributes: Attributes, failed: boolean): void;
};

/** Begins the span of a request; it continues the trace that its headers name. */
export function openSpan(
	name: string,
	kind: SpanKind,
	attributes: Attributes,
	headers: Record<string, unknown>,
): OpenSpan | undefined {
	if (!tracer) return undefined;
	const parent: Context = propagation.extract(ROOT_CONTEXT, headers);
	const span = tracer.startSpan(name, { kind, attributes }, parent);
	const inside = trace.setSpan(parent, span);
	return {
		run: (work) => context.with(inside, work),
		end(more, failed) {
			span.setAttributes(more);
			if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
			span.end();
		},
	};
}

/** Headers that continue the trace in another process of the hub. */
export function traceHeaders(): Record<string, string> {
	const headers: Record<string, string> = {};
	if (tracer) propagation.inject(context.active(), headers);
	return headers;
}
