// SPDX-FileCopyrightText: 2026 The Second Story authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "editing/reviewdocument.h"
#include "services/importservice.h"
#include "services/samplelibrary.h"
#include "support/testlibrary.h"
#include "theme/style.h"
#include "theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QWidget>

namespace SecondStory::Testing {

/// A library with an empty review and files to import into it.
struct EvidenceFixture {
    TestLibrary library;
    ReviewId review = library.addReview();
    std::unique_ptr<Editing::ReviewDocument> document = open();

    [[nodiscard]] std::unique_ptr<Editing::ReviewDocument> open() const
    {
        return std::move(*Editing::ReviewDocument::open(*library.library, review));
    }
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(library.file(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("no test file");
        return file.fileName();
    }
    /// Imports at once, as another program would, and takes it up.
    void import(const QString &path, const QString &zone = {})
    {
        const Importing::ImporterRegistry registry;
        Services::ImportRequest request;
        request.path = path;
        request.review = review;
        request.options.zone = zone;
        const auto outcome = Services::ImportService(*library.library, registry).run(request);
        if (!outcome)
            qFatal("%s", qPrintable(outcome.error().toString()));
        document->adoptImport(outcome->source, QStringLiteral("Import"));
    }
    [[nodiscard]] EventId eventAt(size_t row) const
    {
        return document->eventBySeq(document->events().rows.at(row).seq)->id;
    }
};

/// The sample library, built once, with its checkout review open.
struct SampleFixture {
    QTemporaryDir folder;
    std::unique_ptr<Store::Library> library;
    std::unique_ptr<Editing::ReviewDocument> document;

    SampleFixture()
    {
        const QString path = folder.filePath(QStringLiteral("sample.sslib"));
        if (const auto built = Services::buildSampleLibrary(path); !built)
            qFatal("%s", qPrintable(built.error().toString()));
        library = std::move(*Store::Library::open(path));
        const auto listings = library->reviews().list();
        for (const Store::ReviewListing &listing : *listings) {
            if (listing.events < 200)
                continue;
            document = std::move(*Editing::ReviewDocument::open(*library, listing.review.id));
            return;
        }
        qFatal("the sample library has no review with evidence");
    }
};

/// Shows a widget as the program would, in one theme, and keeps its picture in the gallery.
inline QImage picture(QWidget &widget, const QString &name, QSize size, bool isDark)
{
    const auto &palette = isDark ? Figures::Palette::dark() : Figures::Palette::light();
    QApplication::setPalette(Ui::toQPalette(palette));
    widget.resize(size);
    widget.show();
    QTest::qWait(60);
    const QImage image = widget.grab().toImage();
    const QString folder = qEnvironmentVariable("SECONDSTORY_GALLERY");
    if (!folder.isEmpty() && QDir().mkpath(folder)) {
        const QString file =
            QStringLiteral("%1/%2-%3-%4.png")
                .arg(folder, name, isDark ? QStringLiteral("dark") : QStringLiteral("light"))
                .arg(size.width());
        if (!image.save(file))
            qWarning("cannot write %s", qPrintable(file));
    }
    return image;
}

/// True when a picture shows more than its ground.
inline bool hasContent(const QImage &image)
{
    const QRgb ground = image.pixel(0, 0);
    int different = 0;
    for (int y = 0; y < image.height(); y += 4) {
        for (int x = 0; x < image.width(); x += 4)
            different += image.pixel(x, y) == ground ? 0 : 1;
    }
    return different > 200;
}

} // namespace SecondStory::Testing
