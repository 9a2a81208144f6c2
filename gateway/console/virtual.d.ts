/** Outlines of the states, drawn by the build on a map of 975 × 610; see build/us-states.ts. */
declare module "virtual:us-states" {
	const states: Record<string, { name: string; d: string; middle: [number, number] }>;
	export default states;
}
