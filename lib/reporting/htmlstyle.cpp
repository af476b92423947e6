// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reporting/htmlstyle.h"

#include "figures/palette.h"

using namespace Qt::StringLiterals;

namespace SecondStory::Reporting {

namespace {

QString variables(const Figures::Palette &p)
{
    return u"--ground:%1;--text:%2;--muted:%3;--line:%4;--strong:%5;--accent:%6;--hindered:%7;--helped:%8;--raised:%9"_s
        .arg(p.surface.name(), p.text.name(), p.muted.name(), p.line.name(), p.strongLine.name(),
             p.accent.name(), p.hindered.name(), p.helped.name(), p.raised.name());
}

constexpr QStringView kRules = uR"(
*{box-sizing:border-box}
html{font-size:17px;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--text);font-family:"Noto Serif","Source Serif 4",Charter,Georgia,serif;line-height:1.55;font-variant-numeric:lining-nums}
main{max-width:52rem;margin:0 auto;padding:3.5rem 1.5rem 5rem}
p,ul,ol,blockquote{max-width:36rem}
h1,h2,h3,h4{line-height:1.2;font-weight:600;text-wrap:balance;overflow-wrap:break-word}
h1{font-size:2.1rem;font-weight:500;margin:.2rem 0 1.4rem;letter-spacing:-.01em}
h2{font-size:1.35rem;margin:3rem 0 .8rem;padding-top:.9rem;border-top:1px solid var(--strong)}
h3{font-size:1.08rem;margin:2rem 0 .4rem}
h4{font-size:1rem;margin:1.4rem 0 .3rem}
p{margin:0 0 .9rem;overflow-wrap:break-word}
ul{padding-left:1.2rem;margin:0 0 1rem}
li{margin:.25rem 0;overflow-wrap:break-word}
a{color:var(--accent);text-decoration:none}
a:hover,a:focus{text-decoration:underline}
:target{background:var(--raised);outline:2px solid var(--accent);outline-offset:3px}
.kind,nav,.facts,table,figcaption,.aside,.notes{font-family:"Noto Sans","Source Sans 3","Segoe UI",system-ui,sans-serif}
.kind{color:var(--muted);font-size:.8rem;letter-spacing:.08em;text-transform:uppercase;margin:0}
.facts{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1.5rem;font-size:.86rem;margin:0 0 2rem;padding:1rem 0;border-top:2px solid var(--text);border-bottom:1px solid var(--strong)}
.facts dt{color:var(--muted)}
.facts dd{margin:0;font-variant-numeric:tabular-nums}
.lead{font-size:1.18rem;line-height:1.5}
.aside{font-size:.86rem}
nav{font-size:.86rem;margin:0 0 2rem}
nav ul{list-style:none;padding:0;columns:2;column-gap:2rem;max-width:none}
blockquote{margin:1rem 0;padding:0 0 0 1.1rem;border-left:2px solid var(--strong)}
blockquote p{margin:0;white-space:pre-line}
blockquote footer{font-size:.84rem;color:var(--muted);margin-top:.2rem}
.scroll{overflow-x:auto;margin:1rem 0 .4rem}
table{border-collapse:collapse;width:100%;font-size:.82rem;line-height:1.42;border-top:1.5px solid var(--text);border-bottom:1.5px solid var(--text);font-variant-numeric:tabular-nums}
thead th{border-bottom:1px solid var(--text);font-weight:600;vertical-align:bottom}
th,td{text-align:start;vertical-align:top;padding:.36rem .8rem .36rem 0;white-space:pre-line;overflow-wrap:break-word;min-width:3.2rem;font-weight:400}
th:last-child,td:last-child{padding-right:0}
.center{text-align:center}.end{text-align:end}
caption{caption-side:bottom;text-align:start;color:var(--muted);padding-top:.4rem}
figure{margin:1.2rem 0}
figure svg{display:block;width:100%;height:auto;background:#fff}
figcaption{font-size:.82rem;color:var(--muted);margin-top:.4rem}
.strong{font-weight:600}.em{font-style:italic}.muted{color:var(--muted)}.hindered{color:var(--hindered)}.helped{color:var(--helped)}
sup{line-height:0;font-size:.72em;margin-left:.1em}
sup a{padding:0 .12em}
.notes{font-size:.84rem;max-width:46rem;padding-left:2.4rem}
@media print{html{font-size:10pt}main{padding:0;max-width:none}nav{display:none}h2,h3,h4{break-after:avoid}tr,figure,blockquote,.notes li{break-inside:avoid}thead{display:table-header-group}a{color:inherit}.scroll{overflow:visible}}
)";

} // namespace

QString htmlStyle()
{
    QString style =
        u":root{color-scheme:light dark;"_s + variables(Figures::Palette::print()) + u"}\n"_s;
    style += u"@media screen and (prefers-color-scheme:dark){:root{"_s
        + variables(Figures::Palette::dark()) + u"}}"_s;
    style += kRules.toString();
    return style;
}

} // namespace SecondStory::Reporting
