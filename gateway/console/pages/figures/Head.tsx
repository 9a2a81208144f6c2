import { PageHead } from "../../parts/PageHead.tsx";
import { PATHS } from "../../parts/paths.ts";
import type { MessageId } from "../../words/ids.ts";
import { useWords } from "../../words/use-words.ts";

const PARTS = [
	{ to: PATHS.figures, title: "figures.all" },
	{ to: PATHS.doubts, title: "figures.doubts" },
	{ to: PATHS.evaluation, title: "figures.evaluation" },
] as const;

/** Title of the page, and the way to its other parts. */
export function Head({ title, intro }: { title: MessageId; intro: MessageId }) {
	const t = useWords();
	return <PageHead title={t(title)} intro={t(intro)} label={t("figures.parts")} parts={PARTS} />;
}
