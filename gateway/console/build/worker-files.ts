import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/** The worker, as the hub serves it. */
export const WORKER = "service-worker";

/** The modules without which no visit can be logged; what these import comes with them. */
const WANTED =
	/\/(offline\/start\.ts|app\/AccountMenu\.tsx|app\/SignOutDialog\.tsx|pages\/(log|work)\/\w+Page\.tsx|pages\/log\/ManufacturerBox\.tsx|words\/\w+\/(changes|common|log|work)\.json)$/;
const ASSETS = /\.css$|source-sans-3-latin-wght-normal[^/]*\.woff2$/;

type Chunk = {
	type: "chunk";
	fileName: string;
	facadeModuleId: string | null;
	moduleIds: readonly string[];
	imports: readonly string[];
	code: string;
};
type Bundle = Record<string, Chunk | { type: "asset"; fileName: string }>;

/** The names of the files that the worker keeps, the page's script first. */
export function filesOf(bundle: Bundle): string[] {
	const chunks = Object.values(bundle).filter((one) => one.type === "chunk");
	const found = new Set<string>();
	const add = (name: string) => {
		const chunk = bundle[name];
		if (found.has(name) || chunk?.type !== "chunk") return;
		found.add(name);
		for (const imported of chunk.imports) add(imported);
	};
	const ids = ({ facadeModuleId, moduleIds }: Chunk) => [facadeModuleId ?? "", ...moduleIds];
	const wanted = chunks.filter((chunk) => ids(chunk).some((id) => WANTED.test(id)));
	const first = chunks.find(({ moduleIds }) =>
		moduleIds.some((id) => id.endsWith("/app/main.tsx")),
	);
	for (const chunk of first ? [first, ...wanted] : wanted) add(chunk.fileName);
	const assets = Object.values(bundle).filter(
		({ type, fileName }) => type === "asset" && ASSETS.test(fileName),
	);
	return [...found, ...assets.map(({ fileName }) => fileName).sort()];
}

/** Writes into the worker which files it keeps. Its own text changes with any of them, and browsers update it. */
export function workerFiles(): Plugin {
	return {
		name: "worker-files",
		enforce: "post",
		generateBundle(_options, bundle) {
			const worker = bundle[`${WORKER}.js`];
			if (worker?.type !== "chunk") throw new Error(`The build has no ${WORKER}.js`);
			const files = filesOf(bundle as unknown as Bundle);
			const version = createHash("sha256").update(files.join()).update(worker.code).digest("hex");
			worker.code = `const WORKER_FILES=${JSON.stringify(files)},WORKER_VERSION="${version.slice(0, 12)}";\n${worker.code}`;
		},
	};
}
