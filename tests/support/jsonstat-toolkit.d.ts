/** What the tests use of the library, which has no types. */
declare module "jsonstat-toolkit" {
	type Category = { label: string };
	type Dimension = { Category(id: string): Category };
	type Dataset = {
		class: string;
		n: number;
		label: string;
		role: Record<string, string[]>;
		Data(at: Record<string, string>): { value: number | null; status: string | null };
		Dimension(id: string): Dimension;
	};
	export default function JSONstat(content: object): Dataset;
}
