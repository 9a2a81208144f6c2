import { fileURLToPath } from "node:url";

/** A V8 processor profile, as far as it is read here. */
export type Profile = {
	nodes: Array<{
		id: number;
		callFrame: { functionName: string; url: string };
		children?: number[];
	}>;
	samples?: number[];
	/** Microseconds since the sample before. */
	timeDeltas?: number[];
};

const WAITS = "(idle)";
/** What the profiler calls what is not JavaScript. */
const NAMES: Record<string, string> = {
	"(garbage collector)": "garbage collection on the main thread",
	"(program)": "native code outside of JavaScript",
	"(root)": "native code outside of JavaScript",
};
const NETWORK = /^node:(internal\/)?_?(http|net|stream|tls|dns|timers)/;

/** The package, own folder or part of Node that a file is of. */
export function placeOf(url: string, root: string): string {
	if (NETWORK.test(url)) return "Node: HTTP, sockets, streams";
	if (url.startsWith("node:")) return url.replace(/^node:(internal\/)?/, "Node: ");
	const path = url.startsWith("file:") ? fileURLToPath(url) : url;
	const inPackage = path.split("/node_modules/").at(-1) ?? "";
	if (inPackage !== path) {
		const [scope = "", name = ""] = inPackage.split("/");
		return scope.startsWith("@") ? `${scope}/${name}` : scope;
	}
	const own = path.startsWith(root) ? path.slice(root.length).split("/").filter(Boolean) : [];
	return own.length > 1 ? `${own.slice(0, 2).join("/")}${own.length > 2 ? "/" : ""}` : path;
}

/**
 * Self time by package, own folder, or part of Node, in microseconds, without waiting. Functions without a file - those
 * of V8 and of native modules, and generated code - count for what called them.
 */
export function selfTimes(profile: Profile, root: string): Map<string, number> {
	const parents = new Map<number, number>();
	for (const { id, children = [] } of profile.nodes)
		for (const child of children) parents.set(child, id);
	const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
	const places = new Map<number, string>();
	function placeOfNode(id: number): string {
		const known = places.get(id);
		if (known) return known;
		const { functionName = "", url = "" } = nodes.get(id)?.callFrame ?? {};
		const parent = parents.get(id);
		const isNamed = functionName === WAITS || functionName in NAMES;
		const place = url
			? placeOf(url, root)
			: isNamed || parent === undefined
				? (NAMES[functionName] ?? functionName)
				: placeOfNode(parent);
		places.set(id, place);
		return place;
	}
	const times = new Map<string, number>();
	for (const [index, id] of (profile.samples ?? []).entries()) {
		const place = placeOfNode(id);
		if (place === WAITS) continue;
		times.set(place, (times.get(place) ?? 0) + (profile.timeDeltas?.[index] ?? 0));
	}
	return times;
}
