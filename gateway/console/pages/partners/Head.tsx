import type { ReactNode } from "react";
import { PageHead } from "../../parts/PageHead.tsx";
import { PATHS } from "../../parts/paths.ts";
import { useWords } from "../../words/use-words.ts";

const PARTS = [
	{ to: PATHS.partners, title: "partners.all" },
	{ to: PATHS.publishLog, title: "partners.log" },
] as const;

/** Title of the page, and the way to its other parts. */
export function Head({ title, intro }: { title: string; intro: ReactNode }) {
	const t = useWords();
	return <PageHead title={title} intro={intro} label={t("partners.parts")} parts={PARTS} />;
}
