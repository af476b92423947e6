// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/importassistant.h"

#include "evidence/importlistmodel.h"

#include <QDir>
#include <QFileInfo>
#include <QItemSelectionModel>
#include <QSet>
#include <QSettings>
#include <QTreeView>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace SecondStory::Ui {

namespace {

QString zoneKey(ReviewId review)
{
    return u"import/zone/"_s + review.toString();
}

QString keyOf(const QString &path, const QString &entry)
{
    return QString(path + u'\n' + entry);
}

/// The item's name as people know it: what they dropped and what is below.
QString nameBelow(const QStringList &roots, const Services::ImportItem &item)
{
    const QString label = item.label();
    for (const QString &root : roots) {
        const QString clean = QDir::cleanPath(root);
        if (label.startsWith(QString(clean + u'/')))
            return QString(QFileInfo(clean).isDir()
                               ? label.mid(clean.size() + 1)
                               : QString(QFileInfo(clean).fileName() + label.mid(clean.size())));
    }
    return QFileInfo(label).fileName();
}

} // namespace

ImportAssistant::ImportAssistant(QWidget *parent)
    : QWidget(parent)
    , m_looker(std::make_shared<FileLooker>())
{
    // One at a time: the disk is the narrow place, and the order of the list is kept.
    m_pool.setMaxThreadCount(1);
    build();
    connectParts();
    updateActions();
}

ImportAssistant::~ImportAssistant()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void ImportAssistant::setReview(const QString &libraryPath, ReviewId review, const QString &zone)
{
    m_libraryPath = libraryPath;
    m_review = review;
    m_zone = zone.isEmpty() ? u"UTC"_s : zone;
    m_job = std::make_unique<ImportJob>(libraryPath);
    connect(m_job.get(), &ImportJob::progressed, this, &ImportAssistant::showProgress);
    connect(m_job.get(), &ImportJob::imported, this,
            [this](int file, const Services::ImportOutcome &outcome) {
                takeOutcome(m_running.at(file), outcome);
            });
    connect(m_job.get(), &ImportJob::failed, this,
            [this](int file, const Error &error) { takeFailure(m_running.at(file), error); });
    connect(m_job.get(), &ImportJob::finished, this, &ImportAssistant::endImport);
    m_details->setZones(m_zone, QSettings().value(zoneKey(review)).toString());
}

void ImportAssistant::setZone(const QString &zone)
{
    const QString now = zone.isEmpty() ? u"UTC"_s : zone;
    if (now == m_zone || isImporting())
        return;
    m_zone = now;
    m_details->setZones(m_zone, QSettings().value(zoneKey(m_review)).toString());
    for (const int number : m_model->numbers([](const ImportFile &file) {
             return file.isOpen() && file.state != ImportState::LeftOut;
         })) {
        m_model->change(number,
                        [&now](ImportFile &file) { file.request.options.fallbackZone = now; });
        lookInto(number);
    }
}

int ImportAssistant::fileCount() const
{
    return m_model->size() - m_model->count(ImportListModel::LeftOutGroup);
}

void ImportAssistant::addPaths(const QStringList &paths)
{
    ++m_looking;
    updateActions();
    QtConcurrent::run(&m_pool, [paths] {
        return Services::importItems(paths, Importing::ImporterRegistry());
    }).then(this, [this, paths](const Services::ImportItems &items) {
        // A look may be over before the next one has begun; the looking is not.
        takeItems(paths, items);
        --m_looking;
        settleLooks();
    });
}

void ImportAssistant::takeItems(const QStringList &roots, const Services::ImportItems &items)
{
    QSet<QString> known;
    for (int number = 0; number < m_model->size(); ++number)
        known << keyOf(m_model->file(number).request.path, m_model->file(number).request.entry);
    const auto take = [&](const Services::ImportItem &item, ImportState state, const QString &why) {
        if (known.contains(keyOf(item.path, item.entry)))
            return;
        ImportFile file;
        file.name = nameBelow(roots, item);
        file.request.path = item.path;
        file.request.entry = item.entry;
        file.request.lane = item.lane;
        file.request.review = m_review;
        file.request.options.fallbackZone = m_zone;
        file.state = state;
        file.message = why;
        const int number = m_model->add(std::move(file));
        if (state == ImportState::Looking)
            lookInto(number);
    };
    for (const Services::ImportItem &item : items.items)
        take(item, ImportState::Looking, {});
    for (const Services::LeftOutItem &left : items.leftOut)
        take({ left.path, {}, {} }, ImportState::LeftOut, left.why);
    showGroups();
}

void ImportAssistant::lookInto(int number)
{
    m_model->change(number, [this](ImportFile &file) {
        file.state = ImportState::Looking;
        file.generation = ++m_generation;
    });
    const ImportFile &file = m_model->file(number);
    ++m_looking;
    QtConcurrent::run(&m_pool, [looker = m_looker, request = file.request] {
        return looker->look(request);
    }).then(this, [this, number, generation = file.generation](const FileLook &look) {
        takeLook(number, generation, look);
    });
    updateActions();
}

void ImportAssistant::takeLook(int number, int generation, const FileLook &look)
{
    --m_looking;
    // The list may have been closed meanwhile, and another one begun.
    if (number < m_model->size() && m_model->file(number).generation == generation
        && m_model->file(number).state == ImportState::Looking) {
        m_model->change(number, [&look](ImportFile &file) {
            file.look = look;
            file.judge();
        });
        if (selected().contains(number))
            showSelection();
    }
    settleLooks();
}

void ImportAssistant::settleLooks()
{
    showGroups();
    if (m_looking == 0 && selected().isEmpty()) {
        // What needs somebody comes first.
        const auto isOpen = [](ImportState state) {
            return [state](const ImportFile &file) { return file.state == state; };
        };
        for (const ImportState state :
             { ImportState::Asking, ImportState::Ready, ImportState::Unknown }) {
            const QList<int> numbers = m_model->numbers(isOpen(state));
            if (!numbers.isEmpty()) {
                select(numbers.first());
                break;
            }
        }
    }
    updateActions();
    if (m_looking > 0)
        return;
    // How many lack the same is known only now.
    showSelection();
    emit looked();
}

QList<int> ImportAssistant::selected() const
{
    QList<int> numbers;
    for (const QModelIndex &index : m_list->selectionModel()->selectedRows()) {
        if (const ImportFile *file = m_model->fileAt(index))
            numbers << file->number;
    }
    // The one with the cursor is the one whose events are shown.
    const ImportFile *current = m_model->fileAt(m_list->currentIndex());
    const auto place = current ? numbers.indexOf(current->number) : -1;
    if (place > 0)
        numbers.move(place, 0);
    return numbers;
}

void ImportAssistant::select(int number)
{
    m_list->setCurrentIndex(m_model->indexOf(number));
}

void ImportAssistant::showSelection()
{
    QList<const ImportFile *> files;
    for (const int number : selected())
        files << &m_model->file(number);
    m_details->showFiles(files,
                         files.isEmpty() ? 0 : static_cast<int>(alike(*files.first()).size()));
    updateActions();
}

QList<int> ImportAssistant::alike(const ImportFile &file) const
{
    using Importing::Need;
    const Importing::Needs mine =
        file.lacks() | file.answered(Need::Zone | Need::Date | Need::Start | Need::Mapping);
    return m_model->numbers([&](const ImportFile &other) {
        if (other.number == file.number
            || (other.state != ImportState::Asking && other.state != ImportState::Ready))
            return false;
        Importing::Needs shared = other.lacks() & mine;
        if (other.look.preview.columns != file.look.preview.columns)
            shared.setFlag(Need::Mapping, false);
        return static_cast<bool>(shared);
    });
}

void ImportAssistant::answer(const ImportDetails::Change &change)
{
    if (isImporting())
        return;
    for (const int number : selected()) {
        const Services::ImportRequest before = m_model->file(number).request;
        if (!m_model->file(number).isOpen())
            continue;
        m_model->change(number, [&change](ImportFile &file) { change(file.request); });
        const Services::ImportRequest &after = m_model->file(number).request;
        if (before.importerId != after.importerId || before.options.zone != after.options.zone
            || before.options.date != after.options.date
            || before.options.start != after.options.start
            || before.options.mapping != after.options.mapping)
            lookInto(number);
        else if (before.laneRule != after.laneRule)
            showSelection();
    }
}

void ImportAssistant::useForAll()
{
    const QList<int> chosen = selected();
    if (chosen.isEmpty() || isImporting())
        return;
    using Importing::Need;
    const ImportFile from = m_model->file(chosen.first());
    const auto said = from.answered(Need::Zone | Need::Date | Need::Start | Need::Mapping);
    for (const int number : alike(from)) {
        const bool isTable =
            m_model->file(number).look.preview.columns == from.look.preview.columns;
        m_model->change(number, [&](ImportFile &file) {
            const Importing::Needs needs = file.lacks() & said;
            auto &options = file.request.options;
            if (needs.testFlag(Need::Zone))
                options.zone = from.request.options.zone;
            if (needs.testFlag(Need::Date))
                options.date = from.request.options.date;
            if (needs.testFlag(Need::Start))
                options.start = from.request.options.start;
            if (needs.testFlag(Need::Mapping) && isTable)
                options.mapping = from.request.options.mapping;
        });
        lookInto(number);
    }
}

void ImportAssistant::toggleLeftOut()
{
    if (isImporting())
        return;
    for (const int number : selected()) {
        if (m_model->file(number).state == ImportState::LeftOut) {
            lookInto(number);
        } else if (m_model->file(number).isOpen()) {
            m_model->change(number, [](ImportFile &file) {
                file.state = ImportState::LeftOut;
                file.generation = 0;
                file.message = tr("you left it out");
            });
        }
    }
    showGroups();
    showSelection();
}

} // namespace SecondStory::Ui
