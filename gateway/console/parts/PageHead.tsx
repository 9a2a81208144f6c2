import type { ComponentProps, ReactNode } from "react";
import look from "./PageHead.module.css";
import { PartsNav } from "./PartsNav.tsx";

type Props = ComponentProps<typeof PartsNav> & { title: string; intro: ReactNode };

/** Title of a page that is one of several, and the way to the others. */
export function PageHead({ title, intro, ...nav }: Props) {
	return (
		<div className={look.head}>
			<h1>{title}</h1>
			<p className={look.intro}>{intro}</p>
			<PartsNav {...nav} />
		</div>
	);
}
