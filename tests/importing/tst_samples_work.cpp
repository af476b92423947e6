// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/samplefacts.h"

using namespace Qt::StringLiterals;
using namespace SecondStory;
using namespace SecondStory::Importing;

/// Real files. The figures were counted with other programs, not with the importers.
class SamplesOfWorkTest : public QObject {
    Q_OBJECT

private slots:
    void realFilesAreReadAsTheyAre_data()
    {
        addSampleColumns();
        addSample("github-webhook/deployment-payload.json", u"github-webhook"_s, 1, 0, 0,
                  u"2019-05-15T15:20:53Z"_s, u"2019-05-15T15:20:53Z"_s, 1);
        addSample("github-webhook/deployment_status-payload.json", u"github-webhook"_s, 1, 0, 0,
                  u"2019-05-15T15:20:55Z"_s, u"2019-05-15T15:20:55Z"_s, 1);
        addSample("github-webhook/issue_comment-created.payload.json", u"github-webhook"_s, 1, 0, 0,
                  u"2019-05-15T15:20:21Z"_s, u"2019-05-15T15:20:21Z"_s, 1);
        addSample("github-webhook/issues-labeled.payload.json", u"github-webhook"_s, 1, 0, 0,
                  u"2019-05-15T15:20:18Z"_s, u"2019-05-15T15:20:18Z"_s, 1);
        addSample("github-webhook/issues-opened.payload.json", u"github-webhook"_s, 1, 0, 0,
                  u"2019-05-15T15:20:18Z"_s, u"2019-05-15T15:20:18Z"_s, 1);
        addSample("github-webhook/push-payload.json", u"github-webhook"_s, 1, 0, 0,
                  u"2019-05-15T15:20:57Z"_s, u"2019-05-15T15:20:57Z"_s, 1);
        addSample("github-webhook/release-published.payload.json", u"github-webhook"_s, 1, 0, 0,
                  u"2019-05-15T15:20:53Z"_s, u"2019-05-15T15:20:53Z"_s, 1);
        addSample("github-webhook/workflow_run-completed.payload.json", u"github-webhook"_s, 1, 0,
                  0, u"2020-10-05T16:33:49Z"_s, u"2020-10-05T16:33:49Z"_s, 1);
        addSample("github-events-api/events-2.json", u"github-events"_s, 30, 0, 0,
                  u"2019-10-21T21:54:39Z"_s, u"2019-10-21T21:54:52Z"_s, 27);
        addSample("github-issue-comments/issues-229-comments.json", u"github-comments"_s, 9, 0, 0,
                  u"2019-02-09T07:08:10Z"_s, u"2019-04-01T13:55:08Z"_s, 4);
        addSample("github-issue-timeline/issue-28-timeline.json", u"github-timeline"_s, 16, 0, 0,
                  u"2012-05-19T10:38:23Z"_s, u"2019-05-03T09:44:22Z"_s, 4);
        addSample("gitlab-json/get_merge_requests.json", u"gitlab"_s, 3, 0, 0,
                  u"2019-08-20T10:20:51.687Z"_s, u"2019-08-20T10:58:54.413Z"_s, 3);
        addSample("gitlab-json/issue_move.json", u"gitlab"_s, 1, 0, 0,
                  u"2016-04-05T21:41:45.652Z"_s, u"2016-04-05T21:41:45.652Z"_s, 1);
        addSample("gitlab-json/systemhooks-push.json", u"gitlab"_s, 1, 0, 0,
                  u"2013-05-13T18:18:08Z"_s, u"2013-05-13T18:18:08Z"_s, 2);
        addSample("jira-json/issues_in_sprint.json", u"jira"_s, 2, 0, 0, u"2015-12-02T15:39:15Z"_s,
                  u"2015-12-07T22:19:13Z"_s, 0);
        addSample("jira-changelog/issueChangelog.json", u"jira"_s, 5, 0, 0,
                  u"2017-05-18T18:49:58Z"_s, u"2017-05-18T21:59:58Z"_s, 0);
        addSample("git-log/git-log-blank-author-fix.out", u"git-log"_s, 3, 0, 0,
                  u"2022-04-20T13:44:42Z"_s, u"2022-04-20T14:03:36Z"_s, 2);
    }

    void realFilesAreReadAsTheyAre()
    {
        ImportOptions options;
        options.start = fromRfc3339(u"2026-01-01T00:00:00Z");
        checkCurrentSample(options);
    }
};

QTEST_GUILESS_MAIN(SamplesOfWorkTest)
#include "tst_samples_work.moc"
